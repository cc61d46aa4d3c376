import { createLocalUserPool, type LocalUserPool, type LocalUserPoolOptions } from '../pool.ts'
import { openPort, type Port } from './port.ts'

export interface HttpOptions extends LocalUserPoolOptions {
  /** 0 for any that is free. */
  readonly port: number
  /** Serves the pool by https, too, with a certificate of its own authority; at any port that is free with 0. */
  readonly https?: { readonly port: number }
  /** The address to listen at. Default `127.0.0.1`: this machine alone. */
  readonly host?: string
  /** Where clients reach the pool, without a slash at the end. Default: `http://localhost` and the port. */
  readonly endpoint?: string
}

/** A pool that can be reached over HTTP. */
export interface RunningLocalUserPool extends LocalUserPool {
  /** Where it is reached, without a slash at the end. */
  readonly url: string
  /** The same by https, for clients that trust its `authority()`; undefined where it was not asked for. */
  readonly httpsUrl: string | undefined
  /** Ends open connections, the ports and the pool. */
  close(): Promise<void>
}

/**
 * Starts a pool at a port.
 *
 * @throws an error with the code `EADDRINUSE` and the `port` where one is taken; `DatabaseUnusableError` where the file
 *   is; `TemplateError` where the definition cannot be followed
 */
export async function startLocalUserPool({
  port,
  https,
  host = '127.0.0.1',
  ...options
}: HttpOptions): Promise<RunningLocalUserPool> {
  let pool: LocalUserPool | undefined
  const answer = async (request: Request) =>
    (await pool?.fetch(request)) ?? new Response('Starting.', { status: 503 })
  const plain = await openPort({ answer, port, host })
  let secure: Port | undefined
  const closePorts = () => Promise.all([plain.close(), secure?.close()])
  const url = `http://localhost:${plain.number}`
  const secureUrl = () => secure && `https://localhost:${secure.number}`
  try {
    // The pool is there before its second port, whose certificates are of the pool's authority.
    const domainEndpoint = () => secureUrl() ?? options.endpoint ?? url
    pool = createLocalUserPool({ endpoint: url, domainEndpoint, ...options })
    if (https) {
      // TLS is loaded by those alone who need it.
      const { openHttpsPort } = await import('./https.ts')
      secure = await openHttpsPort({ pool, port: https.port, host })
    }
    await pool.deployment
  } catch (error) {
    await closePorts()
    pool?.close()
    throw error
  }
  const { endpoint, deployment, fetch, authority, onDelivery, onRequest, close } = pool
  return {
    url,
    httpsUrl: secureUrl(),
    endpoint,
    deployment,
    fetch,
    authority,
    onDelivery,
    onRequest,
    async close() {
      await closePorts()
      close()
    },
  }
}
