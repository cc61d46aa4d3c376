import { timingSafeEqual } from 'node:crypto'
import { getCookie, setCookie } from 'hono/cookie'
import { newToken } from '../core/identifiers.ts'
import type { Context } from '../domain/context.ts'
import type { OAuthRequest } from '../oauth2/endpoint.ts'

// observed: Cognito's pages have a cookie XSRF-TOKEN and a hidden field _csrf (floci's documentation).
const cookie = 'XSRF-TOKEN'

/** What a form's field `_csrf` has to say; the browser is given the same as a cookie, which other sites cannot read. */
export function csrfToken(c: OAuthRequest, { world }: Context): string {
  const known = getCookie(c, cookie, 'host')
  if (known !== undefined && /^[\w-]{43}$/.test(known)) return known
  const token = newToken(32, world.random)
  setCookie(c, cookie, token, { path: '/', httpOnly: true, secure: true, sameSite: 'Lax', prefix: 'host' })
  return token
}

/** Whether a form was sent from a page of ours: by what browsers say of it, and by the token. */
export function isFromOwnPage(c: OAuthRequest, form: Readonly<Record<string, string>>): boolean {
  const site = c.req.header('sec-fetch-site') ?? 'same-origin'
  const [expected, given] = [bytesOf(getCookie(c, cookie, 'host')), bytesOf(form._csrf)]
  return (
    (site === 'same-origin' || site === 'none') &&
    expected.length > 0 &&
    expected.length === given.length &&
    timingSafeEqual(expected, given)
  )
}

const bytesOf = (text = '') => Buffer.from(text)
