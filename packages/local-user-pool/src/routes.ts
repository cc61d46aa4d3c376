import type { Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Hono as FewRoutes } from 'hono/tiny'
import { ConnectionCutError } from './console/faults.ts'
import type { Local } from './console/local.ts'
import { newUuid } from './core/identifiers.ts'
import { allowAnyOrigin } from './cors.ts'
import { failure, longestBody, type OnBug, targetOf, tooLarge } from './protocol/dispatch.ts'

/**
 * All that a pool answers. The API and the keys are there at once; the rest, which most pools of a test suite are never
 * asked for, is loaded and made for the first request to it.
 */
export function routes(local: Local, dispatch: (request: Request) => Promise<Response>, onBug: OnBug): Hono {
  const { context, keys, faults, requests } = local
  const { random } = context.world
  // With the router that is made, and loaded, most quickly; the others are quicker where there are many routes.
  const app = new FewRoutes()
  app.onError((error, c) => {
    if (error instanceof ConnectionCutError) throw error
    // Whoever sent it has gone: that is no bug of ours.
    if (c.req.raw.signal.aborted) return new Response(null, { status: 400 })
    onBug('(no operation)', error)
    return new Response('Internal error.', { status: 500 })
  })
  app.use('/', allowAnyOrigin)
  app.use('/:poolId/.well-known/:document', allowAnyOrigin)
  const refuseLonger = () => failure(tooLarge(), newUuid(random))
  const limitUntold = bodyLimit({ maxSize: longestBody, onError: refuseLonger })
  // A body is as long as its client says (RFC 9112, section 6.3), and one that comes in pieces is counted here. One that
  // was made in this process says nothing, is there as a whole, and is measured when it is read: to look at a body makes
  // a stream of it, which costs more than most operations.
  const limit: MiddlewareHandler = async (c, next) => {
    if (c.req.header('transfer-encoding') !== undefined) return limitUntold(c, next)
    return Number(c.req.header('content-length') ?? 0) > longestBody ? refuseLonger() : next()
  }
  app.post('/', limit, ({ req }) => faults.around(targetOf(req.raw), req.raw, () => dispatch(req.raw)))
  app.get('/:poolId/.well-known/jwks.json', async (c) => {
    if (!context.pools.has(c.req.param('poolId'))) return c.notFound()
    return c.json(await keys.jwks(), 200, { 'cache-control': 'public, max-age=3600' })
  })
  app.get('/:poolId/.well-known/openid-configuration', async (c) => {
    const poolId = c.req.param('poolId')
    if (!context.pools.has(poolId)) return c.notFound()
    const { discovery } = await import('./oauth2/discovery.ts')
    return c.json(discovery(context, context.pools.get(poolId)))
  })
  app.get('/_local/', (c) => c.redirect('/_local/inbox'))
  app.all(
    '/_local/*',
    whenAsked(async () => {
      const [{ Hono }, { localRoutes }] = await Promise.all([import('hono'), import('./console/routes.ts')])
      return new Hono().onError(passedOn).route('/_local', localRoutes(local))
    }),
  )
  app.all(
    '*',
    whenAsked(async () => {
      const [{ oauthRoutes }, { endpoints }, { pages }] = await Promise.all([
        import('./oauth2/routes.ts'),
        import('./oauth2/index.ts'),
        import('./managed-login/index.ts'),
      ])
      return oauthRoutes(context, [...endpoints, ...pages], {
        onAnswer: (noted) => requests.noted(noted),
        around: (path, request, work) => faults.around(path, request, work),
      })
    }),
  )
  return app
}

const passedOn = (error: Error) => {
  throw error
}

interface App {
  fetch(request: Request): Response | Promise<Response>
}

/** Two first requests at the same time each make one; either will do, since what they know is in the pool. */
function whenAsked(make: () => Promise<App>) {
  let made: App | undefined
  return async ({ req }: { readonly req: { readonly raw: Request } }) => {
    made ??= await make()
    return made.fetch(req.raw)
  }
}
