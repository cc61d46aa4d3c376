import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Context } from '../domain/context.ts'
import { readFaults, UnusableFaultsError } from './fault.ts'
import type { Faults } from './faults.ts'
import { inboxPage, script, style } from './inbox-page.ts'

interface Seeded {
  readonly users: readonly { readonly email: string; readonly password: string; readonly state: string }[]
}

// documented: the file of a user import may have 100 MB (developer guide, limits).
const longestImport = 100 * 1024 * 1024

/** What exists only locally: the inbox, who was seeded, where imports are uploaded, and what goes wrong on purpose. */
export function localRoutes(
  { deliveries, importJobs, world }: Context,
  faults: Faults,
  seed: Seeded | undefined,
): Hono {
  const app = new Hono()
  app.use(thisMachineOnly(new URL(world.endpoint).hostname))
  app.get('/inbox', (c) => {
    const items = deliveries.list(200, c.req.query('to'))
    if (!c.req.header('accept')?.includes('text/html')) return c.json({ items })
    c.header(
      'content-security-policy',
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'",
    )
    return c.html(inboxPage(items, c.req.header('accept-language') ?? ''))
  })
  app.get('/inbox.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/inbox.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  app.get('/seed', (c) =>
    c.json({ users: (seed?.users ?? []).map(({ email, password, state }) => ({ email, password, state })) }),
  )
  // In the place of a bucket of S3, which answers an upload that it does not expect in this way.
  app.put('/import-jobs/:id', bodyLimit({ maxSize: longestImport }), async (c) =>
    importJobs.upload(c.req.param('id'), await c.req.text())
      ? c.body(null, 200)
      : c.text('Access denied.', 403),
  )
  app.get('/faults', (c) => c.json(faults.list()))
  app.put('/faults', async (c) => {
    try {
      faults.replace(readFaults(await c.req.text()))
    } catch (error) {
      if (error instanceof UnusableFaultsError) return c.text(error.message, 400)
      throw error
    }
    return c.json(faults.list())
  })
  app.delete('/faults', (c) => {
    faults.replace([])
    return c.body(null, 204)
  })
  return app
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Codes and passwords are shown to pages of this machine alone: a foreign page gets no CORS header, and one that
 * made its own name point here (DNS rebinding) is refused by the name it calls us by.
 */
function thisMachineOnly(ownName: string): MiddlewareHandler {
  return async (c, next) => {
    const { hostname } = new URL(c.req.url)
    if (!loopback.has(hostname) && hostname !== ownName) return c.text('Not from here.', 403)
    await next()
    const origin = c.req.header('origin')
    if (origin && URL.canParse(origin) && loopback.has(new URL(origin).hostname)) {
      c.res.headers.set('access-control-allow-origin', origin)
    }
    c.res.headers.set('vary', 'origin, accept')
    c.res.headers.set('cache-control', 'no-store')
    return undefined
  }
}
