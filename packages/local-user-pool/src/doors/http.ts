import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import {
  ConnectionCutError,
  createLocalUserPool,
  type LocalUserPool,
  type LocalUserPoolOptions,
} from '../pool.ts'

export interface HttpOptions extends LocalUserPoolOptions {
  /** 0 for any that is free. */
  readonly port: number
  /** The address to listen at. Default `127.0.0.1`: this machine alone. */
  readonly host?: string
  /** Where clients reach the pool, without a slash at the end. Default: `http://localhost` and the port. */
  readonly endpoint?: string
}

/** A pool that can be reached over HTTP. */
export interface RunningLocalUserPool extends LocalUserPool {
  /** Where it is reached, without a slash at the end. */
  readonly url: string
  /** Ends open connections, the port and the pool. */
  close(): Promise<void>
}

/**
 * Starts a pool at a port.
 *
 * @throws an error with the code `EADDRINUSE` where the port is taken; `DatabaseUnusableError` where the file is;
 *   `TemplateError` where the definition cannot be followed
 */
export async function startLocalUserPool({
  port,
  host = '127.0.0.1',
  ...options
}: HttpOptions): Promise<RunningLocalUserPool> {
  let pool: LocalUserPool | undefined
  const server = createAdaptorServer({
    fetch: async (request, { outgoing }) => {
      try {
        return (await pool?.fetch(request)) ?? new Response('Starting.', { status: 503 })
      } catch (error) {
        if (!(error instanceof ConnectionCutError)) throw error
        // A Response cannot say that there is none.
        outgoing.destroy()
        return RESPONSE_ALREADY_SENT
      }
    },
    // The pool may run inside somebody's tests, whose Request and Response are theirs.
    overrideGlobalObjects: false,
  }) as Server
  await listening(server, port, host)
  const address = server.address()
  const url = `http://localhost:${typeof address === 'object' ? address?.port : port}`
  try {
    pool = createLocalUserPool({ endpoint: url, ...options })
    await pool.deployment
  } catch (error) {
    pool?.close()
    server.close()
    throw error
  }
  const { endpoint, deployment, fetch, onDelivery, onRequest, close } = pool
  return {
    url,
    endpoint,
    deployment,
    fetch,
    onDelivery,
    onRequest,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      close()
    },
  }
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
