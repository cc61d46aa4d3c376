import fc from 'fast-check'
import { beforeAll, test } from 'vitest'
import { present } from '../target.ts'
import { atApp, expectHarmless, markup, names, paths } from './harmless.ts'
import { callback, provided, type RegisteredClient, register, signedOut } from './relying-party.ts'

// Requests that nobody has thought of. What the pool takes for a bug of its own fails the test when the pool ends.

const provider = provided()
/** One without a secret, and one with. */
let free: RegisteredClient
let confidential: RegisteredClient
beforeAll(async () => {
  const settings = { AllowedOAuthFlows: ['code', 'implicit'] as ('code' | 'implicit')[] }
  free = await register(provider(), { ...settings, CallbackURLs: [callback, atApp] })
  confidential = await register(provider(), { ...settings, GenerateSecret: true })
})

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

test('no request meets a bug, leads astray, or has its markup shown', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(request(), async ({ path, method, search, body, type, headers: sent }) => {
      const response = await fetch(`${provider().domain}${path}?${search}`, {
        method,
        headers: { ...sent, 'content-type': type },
        redirect: 'manual',
        ...(!['GET', 'HEAD'].includes(method) && { body }),
      })
      await expectHarmless(provider(), { path, method }, response)
    }),
    { numRuns: 500 },
  )
})
