import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { clockControl } from './controls/clock.ts'
import { dataControl } from './controls/data.ts'
import { faultsControl } from './controls/faults.ts'
import { inboxControl } from './controls/inbox.ts'
import { requestsControl } from './controls/requests.ts'
import { thisMachineOnly } from './guard.ts'
import type { Local } from './local.ts'
import { script, style } from './pages/assets.ts'
import { clockPage } from './pages/clock.ts'
import { faultsPage } from './pages/faults.ts'
import { identityProviderPage } from './pages/identity-provider.ts'
import { inboxPage } from './pages/inbox.ts'
import { requestsPage } from './pages/requests.ts'
import { tokensPage } from './pages/tokens.ts'
import { userPage } from './pages/user.ts'
import { usersPage } from './pages/users.ts'
import { UnusableRequestError } from './unusable-request.ts'

// documented: the file of a user import may have 100 MB (developer guide, limits).
const longestImport = 100 * 1024 * 1024

/** What exists only locally: controls for tests, where imports are uploaded, and pages for people. */
export function localRoutes(local: Local): Hono {
  const { importJobs, world } = local.context
  const app = new Hono()
  app.onError((error, c) => {
    if (error instanceof UnusableRequestError) return c.text(error.message, 400)
    throw error
  })
  // Whether the pool is there is no secret, and whoever watches over containers calls them by their address.
  app.get('/health', (c) => c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' }))
  // Nor is what a client has to trust, which may be a container that knows the pool by another name.
  app.get('/authority.pem', (c) =>
    c.body(local.authority().certificate, 200, {
      'content-type': 'application/x-pem-file',
      'cache-control': 'no-store',
    }),
  )
  app.use(thisMachineOnly(() => [world.endpoint, world.domainEndpoint]))
  app.get('/', (c) => c.redirect('/_local/inbox'))
  app.get('/console.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/console.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  app.get('/seed', (c) =>
    c.json({
      users: (local.seed?.users ?? []).map(({ email, password, state }) => ({ email, password, state })),
    }),
  )
  // A page and a control may share their address: a browser asks for HTML.
  app.route('/inbox', inboxPage(local))
  app.route('/inbox', inboxControl(local))
  app.route('/users', usersPage(local))
  app.route('/users', userPage(local))
  app.route('/requests', requestsPage(local))
  app.route('/requests', requestsControl(local))
  app.route('/tokens', tokensPage(local))
  app.route('/clock', clockPage(local))
  app.route('/clock', clockControl(local))
  app.route('/faults', faultsPage(local))
  app.route('/faults', faultsControl(local))
  app.route('/identity-provider', identityProviderPage(local))
  app.route('/', dataControl(local))
  // In the place of a bucket of S3, which answers an upload that it does not expect in this way.
  app.put('/import-jobs/:id', bodyLimit({ maxSize: longestImport }), async (c) =>
    importJobs.upload(c.req.param('id'), await c.req.text())
      ? c.body(null, 200)
      : c.text('Access denied.', 403),
  )
  return app
}
