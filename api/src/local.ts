import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ApiEvent, createApi } from './api.ts'
import { type Configuration, readConfiguration } from './configuration.ts'

export interface LocalApi {
  /** Where the claims are, e.g. `http://localhost:9340`. */
  readonly url: string
  /** Stops listening, ends open connections, and resolves when the port is free. */
  close(): Promise<void>
}

/**
 * Runs the handler that is deployed behind a server of this machine's own, reachable from this machine only.
 *
 * @param options `port` 0 takes any free port.
 * @throws the error of `listen`, e.g. with `code: 'EADDRINUSE'` for a port that is taken
 */
export async function startApi({
  port,
  ...configuration
}: Configuration & { port: number }): Promise<LocalApi> {
  const api = createApi(configuration)
  const server = createServer(async (request, response) => {
    request.resume() // no resource here reads a body
    const { statusCode, headers, body } = await api(toEvent(request))
    response.writeHead(statusCode ?? 200, headers as Record<string, string>).end(body)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** What API Gateway's HTTP API would make of a request. */
function toEvent({ url = '/', method = 'GET', headers }: IncomingMessage): ApiEvent {
  const [rawPath = '/'] = url.split('?')
  return {
    rawPath,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()])),
    requestContext: { http: { method } },
  }
}

if (import.meta.main) {
  const { url } = await startApi({ port: Number(process.env.PORT ?? 0), ...readConfiguration(process.env) })
  console.log(`The API is at ${url}`)
}
