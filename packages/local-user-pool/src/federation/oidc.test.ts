import { decodeJwt } from 'jose'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startLocalUserPool } from '../doors/http.ts'
import { exampleSeed } from '../seed.ts'
import { exchange, locationOf, oauthPool, requestOf, TestBrowser, tokenAnswer } from '../test-oauth.ts'

const redirectUri = 'http://localhost:9339/oauth2/idpresponse'

/** A second pool at a real port, as the provider of the first. */
async function federated(details: Readonly<Record<string, string>> = {}) {
  const provider = await startLocalUserPool({
    port: 0,
    seed: {
      ...exampleSeed,
      client: { ...exampleSeed.client, ClientSecret: 'a'.repeat(51), CallbackURLs: [redirectUri] },
    },
  })
  let isClosed = false
  const close = async () => {
    if (!isClosed) await provider.close()
    isClosed = true
  }
  onTestFinished(close)
  const pool = await oauthPool({ SupportedIdentityProviders: ['Staff'] })
  await pool.call('CreateIdentityProvider', {
    UserPoolId: pool.userPoolId,
    ProviderName: 'Staff',
    ProviderType: 'OIDC',
    ProviderDetails: {
      oidc_issuer: `${provider.url}/${exampleSeed.userPoolId}`,
      client_id: exampleSeed.clientId,
      client_secret: 'a'.repeat(51),
      authorize_scopes: 'openid email profile',
      attributes_request_method: 'GET',
      ...details,
    },
    AttributeMapping: { email: 'email', name: 'name', email_verified: 'email_verified' },
  })
  return { pool, provider, close, here: new TestBrowser(pool), there: new TestBrowser(provider) }
}

/** What the first pool answers at the end of a sign-in at the second. */
async function signIn({ pool, here, there }: Awaited<ReturnType<typeof federated>>) {
  const away = locationOf(await here.get('/oauth2/authorize', requestOf(pool, { state: 's' })))
  const login = new URL((await there.get(away.href)).headers.get('location') ?? '', away)
  const { email, password } = exampleSeed.users[0] ?? { email: '', password: '' }
  const back = locationOf(await there.submit(login.href, { username: email, password }))
  return locationOf(await here.get(back.href))
}

const told = ({ searchParams }: URL) => [
  searchParams.get('error'),
  searchParams.get('error_description') ?? '',
]

test('people of another pool sign in, with what that pool says of them', async () => {
  const all = await federated()
  const location = await signIn(all)
  expect(location.searchParams.get('state')).toBe('s')
  const { id_token } = await tokenAnswer(all.pool, exchange(location.searchParams.get('code') ?? ''))
  expect(decodeJwt(String(id_token))).toMatchObject({
    'cognito:username': expect.stringMatching(/^Staff_[\da-f-]{36}$/),
    email: 'hanako@example.com',
    email_verified: true,
    name: '山田 花子',
    identities: [{ providerName: 'Staff', providerType: 'OIDC', primary: 'true' }],
  })
})

test('the addresses of the provider may be given, instead of being found', async () => {
  const all = await federated()
  const { url } = all.provider
  const { IdentityProvider } = await all.pool.call('DescribeIdentityProvider', {
    UserPoolId: all.pool.userPoolId,
    ProviderName: 'Staff',
  })
  await all.pool.call('UpdateIdentityProvider', {
    UserPoolId: all.pool.userPoolId,
    ProviderName: 'Staff',
    ProviderDetails: {
      ...IdentityProvider?.ProviderDetails,
      authorize_url: `${url}/oauth2/authorize`,
      token_url: `${url}/oauth2/token`,
      attributes_url: `${url}/oauth2/userInfo`,
      jwks_uri: `${url}/${exampleSeed.userPoolId}/.well-known/jwks.json`,
    },
  })
  expect((await signIn(all)).searchParams.has('code')).toBe(true)
})

test('the provider is told who it probably is, and asked by POST where it wants that', async () => {
  const all = await federated({ attributes_request_method: 'POST' })
  const query = requestOf(all.pool, { login_hint: 'hanako@example.com' })
  const away = locationOf(await all.here.get('/oauth2/authorize', query))
  expect(away.searchParams.get('login_hint')).toBe('hanako@example.com')
  const asked: string[] = []
  all.provider.onRequest(({ operation }) => asked.push(operation))
  expect((await signIn(all)).searchParams.has('code')).toBe(true)
  expect(asked).toContain('POST /oauth2/userInfo')
  expect(asked).not.toContain('GET /oauth2/userInfo')
})

describe('the client is told', () => {
  test('that the provider cannot be reached', async () => {
    const all = await federated()
    await all.close()
    const { pool, here } = all
    expect(told(locationOf(await here.get('/oauth2/authorize', requestOf(pool))))).toEqual([
      'invalid_request',
      expect.stringContaining('The identity provider Staff cannot be used: '),
    ])
  })

  test('that the provider does not know us, by a wrong secret', async () => {
    expect(told(await signIn(await federated({ client_secret: 'b'.repeat(51) })))).toEqual([
      'invalid_request',
      expect.stringContaining('The identity provider Staff cannot be used: '),
    ])
  })

  test('that an ID token was not meant for this sign-in', async () => {
    const all = await federated()
    const { pool, here, there } = all
    const away = locationOf(await here.get('/oauth2/authorize', requestOf(pool)))
    away.searchParams.set('nonce', 'another')
    const login = new URL((await there.get(away.href)).headers.get('location') ?? '', away)
    const { email, password } = exampleSeed.users[0] ?? { email: '', password: '' }
    const back = locationOf(await there.submit(login.href, { username: email, password }))
    expect(told(locationOf(await here.get(back.href)))[0]).toBe('invalid_request')
  })

  test('what the provider itself answers', async () => {
    const { pool, here } = await federated()
    const away = locationOf(await here.get('/oauth2/authorize', requestOf(pool)))
    const state = away.searchParams.get('state') ?? ''
    const query = { state, error: 'access_denied', error_description: 'Not today.' }
    expect(told(locationOf(await here.get('/oauth2/idpresponse', query)))).toEqual([
      'access_denied',
      'Not today.',
    ])
  })
})
