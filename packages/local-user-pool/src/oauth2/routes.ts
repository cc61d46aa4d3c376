import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { allowAnyOrigin } from '../cors.ts'
import type { Context } from '../domain/context.ts'
import { RefusedRequestError } from './authorization-request.ts'
import type { Endpoint, OAuthRequest, Variables } from './endpoint.ts'
import { OAuthError, UnusableRequestError } from './errors.ts'
import { redirectTo } from './redirect.ts'

/** What became of a request, for whoever looks on. */
export interface Noted {
  readonly operation: string
  readonly about: Readonly<Record<string, string>>
  readonly outcome: string
  readonly detail: string
}

const longestForm = 64 * 1024

/** The endpoints of a user pool's domain. Which pool it is, the app client of the request says. */
export function oauthRoutes(
  context: Context,
  endpoints: readonly Endpoint[],
  onAnswer: (noted: Noted) => void,
): Hono<{ Variables: Variables }> {
  const app = new Hono<{ Variables: Variables }>()
  app.onError(refusal)
  for (const { path, methods, isForScripts, isAsset, handle } of endpoints) {
    // assumed: CORS is as that of the API, since Amplify asks from any origin.
    if (isForScripts) app.use(path, allowAnyOrigin)
    app.use(path, async (c, next) => {
      c.set('about', {})
      c.set('outcome', 'ok')
      c.set('detail', '')
      await next()
      if (isAsset) return
      onAnswer({
        operation: `${c.req.method} ${path}`,
        about: c.get('about'),
        outcome: c.get('outcome'),
        detail: c.get('detail'),
      })
    })
    app.on([...methods], path, bodyLimit({ maxSize: longestForm }), (c) => handle(c, context))
    app.all(path, (c) => c.body(null, 405, { allow: methods.join(', ') }))
  }
  return app
}

function refusal(error: Error, c: OAuthRequest): Response {
  if (error instanceof UnusableRequestError) {
    c.set('outcome', error.code)
    c.set('detail', error.message)
    // observed: Cognito goes to this page, with the code in its address.
    const client = c.req.query('client_id')
    const query = new URLSearchParams({ error: error.code, ...(client && { client_id: client }) })
    return c.redirect(`/error?${query}`, 302)
  }
  if (!(error instanceof OAuthError)) throw error
  const { code, message } = error
  c.set('outcome', code)
  c.set('detail', message)
  const body = { error: code, error_description: message }
  if (error instanceof RefusedRequestError) return redirectTo(c, error.to, body)
  return c.json(body, 400, { 'cache-control': 'no-store', pragma: 'no-cache' })
}
