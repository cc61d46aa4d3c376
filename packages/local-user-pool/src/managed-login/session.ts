import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Context } from '../domain/context.ts'
import type { LoggedIn } from '../domain/login-sessions.ts'
import type { UserPool } from '../domain/user-pools.ts'
import type { User } from '../domain/users.ts'
import type { OAuthRequest } from '../oauth2/endpoint.ts'

/**
 * The cookie of a pool's session. Cognito's is called `cognito`, and belongs to the pool's own domain; here pools share
 * one host, whose cookies do not tell ports apart either.
 */
const nameOf = (poolId: string) => `cognito.${poolId}`

// A browser comes here from another site, so that `Strict` would hide the session; it is only ever read at a GET.
// `__Host-`: no other host, and nothing that was reached by http, can set it.
const options = { path: '/', httpOnly: true, secure: true, sameSite: 'Lax', prefix: 'host' } as const

/** Who is signed in at the managed login pages, in the browser that asks. */
export function loggedIn(c: OAuthRequest, { loginSessions }: Context, pool: UserPool): LoggedIn | undefined {
  const handle = getCookie(c, nameOf(pool.Id), 'host')
  return handle === undefined ? undefined : loginSessions.find(pool, handle)
}

/** Remembers who has signed in, in the place of whoever was before. */
export function beginSession(c: OAuthRequest, context: Context, user: User): void {
  endSession(c, context, user.poolId)
  setCookie(c, nameOf(user.poolId), context.loginSessions.begin(user), options)
}

export function endSession(c: OAuthRequest, { loginSessions }: Context, poolId: string): void {
  const handle = getCookie(c, nameOf(poolId), 'host')
  if (handle !== undefined) loginSessions.end(handle)
  deleteCookie(c, nameOf(poolId), options)
}
