import { createServer } from 'node:https'
import { createSecureContext } from 'node:tls'
import type { LocalUserPool } from '../pool.ts'
import { openPort, type Port } from './port.ts'

interface HttpsPortOptions {
  readonly pool: LocalUserPool
  /** 0 for any that is free. */
  readonly port: number
  readonly host: string
}

/** Opens a port at which the pool speaks TLS, with certificates of its own authority. */
export function openHttpsPort({ pool, port, host }: HttpsPortOptions): Promise<Port> {
  const authority = pool.authority()
  return openPort({
    answer: pool.fetch,
    port,
    host,
    tls: {
      createServer,
      serverOptions: {
        ...authority.issue(),
        // Clients take no `*.localhost`: to them it stands for a whole top-level domain. So each name gets its own.
        SNICallback: (name, answer) =>
          answer(
            null,
            /^([a-z0-9-]+\.)+localhost$/i.test(name) ? createSecureContext(authority.issue(name)) : undefined,
          ),
      },
    },
  })
}
