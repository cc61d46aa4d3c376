import { Hono } from 'hono'
import { clockControl } from './controls/clock.ts'
import { dataControl } from './controls/data.ts'
import { faultsControl } from './controls/faults.ts'
import { inboxControl } from './controls/inbox.ts'
import { requestsControl } from './controls/requests.ts'
import { thisMachineOnly } from './guard.ts'
import { inboxPage, script, style } from './inbox-page.ts'
import type { Local } from './local.ts'
import { UnusableRequestError } from './unusable-request.ts'

/** What exists only locally: controls for tests, and pages for people. */
export function localRoutes(local: Local): Hono {
  const { deliveries, world } = local.context
  const app = new Hono()
  app.onError((error, c) => {
    if (error instanceof UnusableRequestError) return c.text(error.message, 400)
    throw error
  })
  // Whether the pool is there is no secret, and whoever watches over containers calls them by their address.
  app.get('/health', (c) => c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' }))
  app.use(thisMachineOnly(new URL(world.endpoint).hostname))
  app.get('/inbox', async (c, next) => {
    if (!c.req.header('accept')?.includes('text/html')) return next()
    c.header(
      'content-security-policy',
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'",
    )
    return c.html(inboxPage(deliveries.list(200), c.req.header('accept-language') ?? ''))
  })
  app.get('/inbox.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/inbox.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  app.get('/seed', (c) =>
    c.json({
      users: (local.seed?.users ?? []).map(({ email, password, state }) => ({ email, password, state })),
    }),
  )
  app.route('/inbox', inboxControl(local))
  app.route('/clock', clockControl(local))
  app.route('/faults', faultsControl(local))
  app.route('/requests', requestsControl(local))
  app.route('/', dataControl(local))
  return app
}
