import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { relative } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'

export interface Site {
  readonly url: string
  close(): Promise<void>
}

/**
 * Serves an exported site as a static host does: files, `index.html` for a folder, 404 for the rest.
 *
 * @param headersOf the headers that the host adds to the answer for a path
 * @param options `isCompressed`: whether it compresses what it answers, as deployed hosts do
 */
export async function serveSite(
  folder: string,
  port: number,
  headersOf: (path: string) => Readonly<Record<string, string>> = () => ({}),
  { isCompressed = false } = {},
): Promise<Site> {
  const app = new Hono()
  if (isCompressed) app.use('*', compress())
  app.use('*', async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(headersOf(context.req.path))) context.header(name, value)
  })
  app.use('*', serveStatic({ root: relative(process.cwd(), folder) }))
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
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
