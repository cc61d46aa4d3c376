import { html } from 'hono/html'
import { withPassword } from '../challenges/password.ts'
import type { Context } from '../domain/context.ts'
import { type Entrance, identified } from '../domain/sign-in.ts'
import type { User } from '../domain/users.ts'
import { authorizationRequest } from '../oauth2/authorization-request.ts'
import type { Endpoint, OAuthRequest } from '../oauth2/endpoint.ts'
import { formOf } from '../oauth2/parameters.ts'
import { grantTo } from '../oauth2/redirect.ts'
import { CognitoException } from '../protocol/exceptions.ts'
import { csrfToken, isFromOwnPage } from './csrf.ts'
import { beginSession } from './session.ts'

/** Where somebody signs in whom a client has sent. */
export const login: Endpoint = {
  path: '/login',
  methods: ['GET', 'POST'],
  async handle(c, context) {
    const request = authorizationRequest(context, new URL(c.req.url).search)
    const { pool, client } = request
    c.set('about', { client: client.ClientId, pool: pool.Id })
    if (c.req.method === 'GET') return page(c, context)
    const form = await formOf(c)
    if (!isFromOwnPage(c, form)) return page(c, context, 'The form is too old. Send it again.')
    let signedIn: User | undefined
    const entrance: Entrance = {
      context,
      pool,
      client,
      isAdmin: false,
      conclude: (user) => {
        signedIn = user
      },
    }
    const { username = '', password = '' } = form
    try {
      const user = await identified(entrance, username, password)
      await withPassword(entrance, { login: username, user }, password)
    } catch (error) {
      if (error instanceof CognitoException) return page(c, context, error.message)
      throw error
    }
    if (!signedIn) return page(c, context, 'More is asked.')
    beginSession(c, context, signedIn)
    return grantTo(c, context, request, { user: signedIn, authTime: context.world.clock() })
  },
}

function page(c: OAuthRequest, context: Context, problem?: string) {
  return c.html(html`<!doctype html>
<title>Sign in</title>
<form method="post">
${problem ? html`<p role="alert">${problem}</p>` : ''}
<input type="hidden" name="_csrf" value="${csrfToken(c, context)}">
<input name="username"><input name="password" type="password"><button>Sign in</button>
</form>`)
}
