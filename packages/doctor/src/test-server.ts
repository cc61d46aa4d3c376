import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface TestAnswer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** A server of something that is not the user pool, at a port of its own. */
export async function startTestServer(
  answer: (request: IncomingMessage) => TestAnswer | Promise<TestAnswer>,
) {
  const server = createServer(async (request, response) => {
    const { status = 200, headers = {}, body = '' } = await answer(request)
    response.writeHead(status, headers).end(body)
  })
  server.listen(0, '127.0.0.1')
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

/** The body of a request. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

/** What another server answers to the request. */
export async function throughTo(url: string, request: IncomingMessage): Promise<TestAnswer> {
  const { method = 'GET', headers } = request
  const answer = await fetch(`${url}${request.url}`, {
    method,
    body: method === 'POST' ? await bodyOf(request) : null,
    headers: { 'x-amz-target': String(headers['x-amz-target']) },
  })
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
}
