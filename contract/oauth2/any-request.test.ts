import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { present } from '../target.ts'
import { callback, provided, type RegisteredClient, register, signedOut } from './relying-party.ts'

// Requests that nobody has thought of. What the pool takes for a bug of its own fails the test when the pool ends.

const atApp = 'myapp://callback'

const provider = provided()
/** One without a secret, and one with. */
let free: RegisteredClient
let confidential: RegisteredClient
beforeAll(async () => {
  const settings = { AllowedOAuthFlows: ['code', 'implicit'] as ('code' | 'implicit')[] }
  free = await register(provider(), { ...settings, CallbackURLs: [callback, atApp] })
  confidential = await register(provider(), { ...settings, GenerateSecret: true })
})

const paths = [
  ...['/oauth2/authorize', '/oauth2/token', '/oauth2/userInfo', '/oauth2/revoke', '/oauth2/idpresponse'],
  ...['/login', '/logout', '/error', '/signup', '/forgotPassword', '/saml2/idpresponse'],
]
const endpointsOfClients = ['/oauth2/token', '/oauth2/revoke', '/oauth2/userInfo']

const names = [
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
const markup = `<i data-x="'>`
const csrf = 'c'.repeat(43)

/** Values that lead further than random text does, beside such text. */
const value = () => {
  const telling = [
    ...[free, confidential].flatMap(({ clientId, clientSecret = '' }) => [clientId, clientSecret]),
    ...[callback, atApp, signedOut, 'https://evil.example.com/', '//evil.example.com', 'javascript:alert(1)'],
    ...['code', 'token', 'id_token', 'openid', 'openid email', 'none', 'login', 'S256', 'plain', csrf],
    ...['authorization_code', 'refresh_token', 'client_credentials', 'COGNITO', 'ja', 'en'],
    ...[
      provider().person.email,
      provider().person.password,
      'A'.repeat(43),
      'a.b.c',
      '__proto__',
      'constructor',
    ],
    ...[markup, `${callback}${markup}`, '\r\nLocation: https://evil.example.com/', '\u0000', '🚪', ''],
  ]
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...telling) },
    fc.string(),
    fc.string({ unit: 'binary' }),
  )
}

const pairs = (maxLength = 9) =>
  fc.array(fc.tuple(fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...names) }, value()), value()), {
    maxLength,
  })

type Parameters = Readonly<Record<string, string>>

/** What would get far, but for a few parameters that are others, or stand there besides. */
const nearly = (...wholes: readonly Parameters[]) =>
  fc.tuple(fc.constantFrom(...wholes), pairs(3), fc.nat({ max: 2 })).map(([whole, more, replaced]) => {
    const gone = new Set(more.slice(0, replaced).map(([name]) => name))
    return [...Object.entries(whole).filter(([name]) => !gone.has(name)), ...more]
  })

const query = () =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: nearly(
        { client_id: free.clientId, redirect_uri: callback, response_type: 'code' },
        { client_id: confidential.clientId, redirect_uri: callback, response_type: 'code' },
        { client_id: free.clientId, redirect_uri: atApp, response_type: 'token', state: markup },
        { client_id: confidential.clientId, logout_uri: signedOut },
      ),
    },
    pairs(),
  )

const form = () => {
  const { email: username, password } = provider().person
  const known = { client_id: free.clientId }
  const withSecret = { client_id: confidential.clientId, client_secret: present(confidential.clientSecret) }
  return fc.oneof(
    {
      weight: 6,
      arbitrary: nearly(
        { username, password, _csrf: csrf },
        { ...known, grant_type: 'authorization_code', code: 'code', redirect_uri: callback },
        { ...known, grant_type: 'refresh_token', refresh_token: 'token' },
        { ...withSecret, grant_type: 'client_credentials' },
        { ...withSecret, token: 'token' },
      ),
    },
    pairs(),
  )
}

const basic = () =>
  fc
    .tuple(value(), value())
    .map(([id, secret]) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`)

/** Any value that can be a header's. */
const written = (text: fc.Arbitrary<string>) => text.map((each) => each.replace(/[^ -~]/g, ''))

const headers = () =>
  fc.record(
    {
      authorization: written(
        fc.oneof(
          basic(),
          value().map((each) => `Bearer ${each}`),
          value(),
        ),
      ),
      cookie: written(fc.oneof({ weight: 3, arbitrary: fc.constant(`__Host-XSRF-TOKEN=${csrf}`) }, value())),
      'sec-fetch-site': fc.constantFrom('same-origin', 'cross-site', 'none', 'nonsense'),
      origin: fc.constantFrom('null', 'https://evil.example.com', provider().domain),
      'x-forwarded-host': fc.constant('evil.example.com'),
      'accept-language': written(value()),
    },
    { requiredKeys: [] },
  )

const request = () =>
  fc.record({
    path: fc.constantFrom(...paths),
    method: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('GET', 'POST') },
      fc.constantFrom('HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH'),
    ),
    // Escapes that are none come too.
    search: fc
      .tuple(query(), fc.constantFrom('', '&%', '&%ff=%e3', '&=&&', '&a=%zz'))
      .map(([of, more]) => encoded(of) + more),
    body: fc.oneof({ weight: 9, arbitrary: form().map(encoded) }, fc.string()),
    type: fc.oneof(
      { weight: 9, arbitrary: fc.constant('application/x-www-form-urlencoded') },
      fc.constantFrom(
        'application/json',
        'multipart/form-data',
        'APPLICATION/X-WWW-FORM-URLENCODED;charset=x',
        '',
      ),
    ),
    headers: headers(),
  })

const encoded = (of: readonly [string, string][]) => new URLSearchParams([...of]).toString()

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

test('no request meets a bug, leads astray, or has its markup shown', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(request(), async ({ path, method, search, body, type, headers: sent }) => {
      const response = await fetch(`${provider().domain}${path}?${search}`, {
        method,
        headers: { ...sent, 'content-type': type },
        redirect: 'manual',
        ...(!['GET', 'HEAD'].includes(method) && { body }),
      })
      const text = await response.text()
      expect(response.status).toBeLessThan(500)

      const location = response.headers.get('location')
      if (location !== null) {
        const { origin, searchParams, hash } = new URL(location, provider().domain)
        if (origin !== provider().domain) expect(location).toSatisfy(isRegistered)
        const told = new URLSearchParams(searchParams.size > 0 ? searchParams : hash.slice(1))
        // An answer that is an error is one in full.
        if (
          origin !== provider().domain &&
          !told.has('code') &&
          !told.has('access_token') &&
          path !== '/logout'
        ) {
          expect(Object.fromEntries(told)).toMatchObject(wellFormed)
        }
      }
      expect(text).not.toContain(markup)

      if (endpointsOfClients.includes(path) && response.status >= 400 && response.status !== 405) {
        expect(response.headers.get('content-type')).toContain('application/json')
        if (method !== 'HEAD') expect(JSON.parse(text)).toMatchObject(wellFormed)
      }
    }),
    { numRuns: 500 },
  )
})
