import { expect } from 'vitest'
import { callback, type Provider, signedOut } from './relying-party.ts'

/** A second callback URL, of an app. */
export const atApp = 'myapp://callback'

/** Where the pool's endpoints and pages are. */
export const paths = [
  ...['/oauth2/authorize', '/oauth2/token', '/oauth2/userInfo', '/oauth2/revoke', '/oauth2/idpresponse'],
  ...['/login', '/logout', '/error', '/signup', '/forgotPassword', '/saml2/idpresponse'],
]
const endpointsOfClients = ['/oauth2/token', '/oauth2/revoke', '/oauth2/userInfo']

/** What parameters are called there. */
export const names = [
  ...['client_id', 'redirect_uri', 'response_type', 'scope', 'state', 'nonce', 'prompt', 'resource', 'lang'],
  ...['code_challenge', 'code_challenge_method', 'identity_provider', 'idp_identifier', 'login_hint'],
  ...['logout_uri', 'grant_type', 'code', 'code_verifier', 'refresh_token', 'client_secret', 'token'],
  ...[
    'username',
    'password',
    '_csrf',
    'error',
    'error_description',
    'RelayState',
    'SAMLResponse',
    '__proto__',
  ],
]

/** What no page may show as it is. */
export const markup = `<i data-x="'>`

const registered = [callback, atApp, signedOut]
const isRegistered = (location: string) =>
  registered.some(
    (uri) => location === uri || ['?', '&', '#'].some((next) => location.startsWith(uri + next)),
  )

/** RFC 6749, sections 4.1.2.1 and 5.2: a code, and a description in ASCII without quotes and backslashes. */
const wellFormed = {
  error: expect.stringMatching(/^[a-z_]+$/),
  error_description: expect.stringMatching(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/),
}

/** Fails the test where an answer is a bug, leads where nobody is registered, shows markup, or refuses in no good form. */
export async function expectHarmless(
  { domain }: Pick<Provider, 'domain'>,
  { path, method }: { readonly path: string; readonly method: string },
  response: Response,
): Promise<void> {
  const text = await response.text()
  expect(response.status).toBeLessThan(500)
  expect(text).not.toContain(markup)
  if (endpointsOfClients.includes(path) && response.status >= 400 && response.status !== 405) {
    expect(response.headers.get('content-type')).toContain('application/json')
    if (method !== 'HEAD') expect(JSON.parse(text)).toMatchObject(wellFormed)
  }
  const location = response.headers.get('location')
  if (location === null) return
  const { origin, searchParams, hash } = new URL(location, domain)
  if (origin === domain) return
  expect(location).toSatisfy(isRegistered)
  const told = new URLSearchParams(searchParams.size > 0 ? searchParams : hash.slice(1))
  const isGranted = told.has('code') || told.has('access_token') || path === '/logout'
  if (!isGranted) expect(Object.fromEntries(told)).toMatchObject(wellFormed)
}
