import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { createApi } from './api.ts'
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

/** The event that API Gateway makes of a request: HTTP API, payload format 2.0, stage and route `$default`. */
function toEvent(request: IncomingMessage): APIGatewayProxyEventV2 {
  const [rawPath = '/', rawQueryString = ''] = (request.url ?? '/').split(/\?(.*)/s)
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : value,
    ]),
  )
  const now = new Date()
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers,
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: crypto.randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    isBase64Encoded: false,
  }
}

if (import.meta.main) {
  const { url } = await startApi({ port: Number(process.env.PORT ?? 0), ...readConfiguration(process.env) })
  console.log(`The API is at ${url}`)
}
