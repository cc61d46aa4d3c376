import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { allowAnyOriginWithToken } from '../cors.ts'
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

/** What the endpoints are embedded in. */
export interface Surroundings {
  /** Told of every request. */
  readonly onAnswer: (noted: Noted) => void
  /** Lets something go wrong on purpose, with the endpoint of that path. */
  readonly around: (path: string, request: Request, work: () => Promise<Response>) => Promise<Response>
}

const longestForm = 64 * 1024

/** The endpoints of a user pool's domain. Which pool it is, the app client of the request says. */
export function oauthRoutes(
  context: Context,
  endpoints: readonly Endpoint[],
  { onAnswer, around }: Surroundings,
): Hono<{ Variables: Variables }> {
  const app = new Hono<{ Variables: Variables }>()
  app.onError(refusal)
  for (const { path, methods, isForScripts, isAsset, handle } of endpoints) {
    // assumed: CORS is as that of the API, since Amplify asks from any origin, and userInfo is asked with a token.
    if (isForScripts) app.use(path, allowAnyOriginWithToken)
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
    app.on([...methods], path, bodyLimit({ maxSize: longestForm, onError: tooLarge }), (c) =>
      around(path, c.req.raw, async () => handle(c, context)),
    )
    app.all(path, (c) => c.body(null, 405, { allow: methods.join(', ') }))
  }
  return app
}

// assumed: AWS's front doors answer 413 before a service sees the request.
function tooLarge(c: OAuthRequest): Response {
  const { code, message } = new OAuthError('invalid_request', 'The form is larger than 64 KiB.')
  c.set('outcome', code)
  c.set('detail', message)
  return c.json({ error: code, error_description: message }, 413)
}

function refusal(error: Error, c: OAuthRequest): Response {
  if (error instanceof UnusableRequestError) {
    c.set('outcome', error.code)
    c.set('detail', error.message)
    // observed: Cognito goes to this page, with the code in its address.
    const client = c.req.query('client_id')
    const lang = c.req.query('lang')
    const query = new URLSearchParams({
      error: error.code,
      ...(client && { client_id: client }),
      ...(lang && { lang }),
    })
    return c.redirect(`/error?${query}`, 302)
  }
  if (!(error instanceof OAuthError)) throw error
  const { code, message, description, status } = error
  c.set('outcome', code)
  c.set('detail', message)
  const body = { error: code, error_description: description }
  if (error instanceof RefusedRequestError) return redirectTo(c, error.to, body)
  return c.json(body, status, { 'cache-control': 'no-store', pragma: 'no-cache' })
}
