import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import {
  callback,
  codeOf,
  locationOf,
  oauthClient,
  oauthPool,
  oauthTokens,
  requestOf,
  returned,
  TestBrowser,
} from '../test-oauth.ts'
import { testPool } from '../test-pool.ts'

/** What the client is told at its callback URL. */
async function told(more: Readonly<Record<string, string>>, client = {}) {
  const pool = await oauthPool(client)
  const location = locationOf(await new TestBrowser(pool).get('/oauth2/authorize', requestOf(pool, more)))
  expect(location.href.startsWith(callback)).toBe(true)
  return Object.fromEntries(location.searchParams)
}

/** What the person is told, since it is not certain where to return. */
async function shown(query: (clientId: string) => Record<string, string>) {
  const pool = await oauthPool()
  const location = locationOf(await new TestBrowser(pool).get('/oauth2/authorize', query(pool.clientId)))
  expect(location.pathname).toBe('/error')
  return location.searchParams.get('error')
}

describe('a request of a client', () => {
  test('leads to the sign-in page with all of its parameters, and from there back with a code and the state', async () => {
    const pool = await oauthPool()
    const location = await returned(pool, { state: 'a b&c=d', scope: 'openid email' })
    expect(location.origin + location.pathname).toBe(callback)
    expect(Object.fromEntries(location.searchParams)).toEqual({
      code: expect.stringMatching(/^[\w-]{20,}$/),
      state: 'a b&c=d',
    })
  })

  test('with response_type=token leads back with tokens behind a #, and no refresh token', async () => {
    const pool = await oauthPool()
    const location = await returned(pool, { response_type: 'token', state: 's', nonce: 'n' })
    expect(location.search).toBe('')
    const answer = Object.fromEntries(new URLSearchParams(location.hash.slice(1)))
    expect(answer).toEqual({
      access_token: expect.any(String),
      id_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: '3600',
      state: 's',
    })
    expect(decodeJwt(answer.id_token ?? '')).toMatchObject({ nonce: 'n', aud: pool.clientId })
  })

  test('keeps the query of its callback URL as it is', async () => {
    const uri = 'https://app.example.com/callback?tenant=a%20b'
    const pool = await oauthPool({ CallbackURLs: [uri] })
    const location = await returned(pool, { redirect_uri: uri })
    expect(location.href.startsWith(`${uri}&code=`)).toBe(true)
  })
})

test('a callback URL with other letters than ASCII is written as a URL, and the state stays what it was', async () => {
  const uri = 'https://app.example.com/戻る/é?tenant=a%20b'
  const pool = await oauthPool({ CallbackURLs: [uri] })
  const location = await returned(pool, { redirect_uri: uri, state: 'a/b=ü' })
  expect(location.href.startsWith(`${new URL(uri).href}&code=`)).toBe(true)
  expect(location.searchParams.get('state')).toBe('a/b=ü')
})

describe('somebody who is signed in already', () => {
  test('goes back at once, also to another client of the pool', async () => {
    const pool = await oauthPool()
    const browser = new TestBrowser(pool)
    await returned(pool, {}, browser)
    const { ClientId } = await pool.client(oauthClient)
    for (const client_id of [pool.clientId, ClientId]) {
      const request = requestOf(pool, { client_id, prompt: 'none' })
      const again = locationOf(await browser.get('/oauth2/authorize', request))
      expect(again.searchParams.has('code')).toBe(true)
    }
  })

  test('goes back at once where the client names the pool itself, as Amplify does', async () => {
    const pool = await oauthPool()
    const browser = new TestBrowser(pool)
    await returned(pool, {}, browser)
    const request = requestOf(pool, { identity_provider: 'COGNITO' })
    expect(locationOf(await browser.get('/oauth2/authorize', request)).pathname).toBe('/callback')
  })

  test('goes back at once where the client names the pool itself, as Amplify does', async () => {
    const pool = await oauthPool()
    const browser = new TestBrowser(pool)
    await returned(pool, {}, browser)
    const request = requestOf(pool, { identity_provider: 'COGNITO' })
    expect(locationOf(await browser.get('/oauth2/authorize', request)).pathname).toBe('/callback')
  })

  test('has to sign in again after an hour', async () => {
    const pool = await oauthPool()
    const browser = new TestBrowser(pool)
    await returned(pool, {}, browser)
    pool.wait({ minutes: 59 })
    expect(locationOf(await browser.get('/oauth2/authorize', requestOf(pool))).pathname).toBe('/callback')
    pool.wait({ minutes: 1 })
    expect(locationOf(await browser.get('/oauth2/authorize', requestOf(pool))).pathname).toBe('/login')
  })

  test.each(['login', 'select_account'])('has to sign in again where prompt is %s', async (prompt) => {
    const pool = await oauthPool()
    const browser = new TestBrowser(pool)
    await returned(pool, {}, browser)
    const location = locationOf(await browser.get('/oauth2/authorize', requestOf(pool, { prompt })))
    expect(location.pathname).toBe('/login')
  })

  test('is nobody once disabled', async () => {
    const pool = await oauthPool()
    const browser = new TestBrowser(pool)
    await returned(pool, {}, browser)
    await pool.call('AdminDisableUser', { UserPoolId: pool.userPoolId, Username: 'hanako@example.com' })
    expect(locationOf(await browser.get('/oauth2/authorize', requestOf(pool))).pathname).toBe('/login')
  })
})

describe('the client is told', () => {
  test.each([
    ['invalid_request', { response_type: '' }],
    ['unsupported_response_type', { response_type: 'id_token' }],
    ['invalid_request', { code_challenge: 'a'.repeat(43) }],
    ['invalid_request', { code_challenge: 'a'.repeat(43), code_challenge_method: 'plain' }],
    ['invalid_request', { code_challenge: 'short', code_challenge_method: 'S256' }],
    ['invalid_request', { code_challenge_method: 'S256' }],
    ['invalid_scope', { scope: 'openid phone' }],
    ['invalid_scope', { scope: 'openid nonsense' }],
    ['invalid_request', { resource: 'no url' }],
    ['invalid_request', { resource: 'http://api.example.com/' }],
    ['invalid_request', { resource: 'https://api.example.com/#fragment' }],
    ['invalid_request', { resource: 'javascript:alert(1)' }],
    ['invalid_request', { prompt: 'none login' }],
    ['invalid_request', { prompt: 'nonsense' }],
    ['login_required', { prompt: 'none' }],
  ])('%s for %j', async (error, more) => {
    expect(await told({ ...more, state: 's' })).toMatchObject({ error, state: 's' })
  })

  test('unauthorized_client where it may not use the flow, or no OAuth at all', async () => {
    expect(await told({}, { AllowedOAuthFlows: ['implicit'] })).toMatchObject({
      error: 'unauthorized_client',
    })
    expect(await told({}, { AllowedOAuthFlowsUserPoolClient: false })).toMatchObject({
      error: 'unauthorized_client',
    })
  })
})

describe('the person is told, and no client', () => {
  test.each([
    ['redirect_mismatch', { redirect_uri: 'https://evil.example.com/callback' }],
    ['redirect_mismatch', { redirect_uri: `${callback}/` }],
    ['redirect_mismatch', { redirect_uri: `${callback}?more=1` }],
    ['redirect_mismatch', { redirect_uri: `${callback}#fragment` }],
    ['redirect_mismatch', { redirect_uri: 'HTTPS://app.example.com/callback' }],
    ['redirect_mismatch', { redirect_uri: '' }],
    ['invalid_client', { client_id: 'unknownclient' }],
    ['invalid_request', { client_id: '' }],
  ])('%s for %j', async (error, more) => {
    expect(
      await shown((client_id) => ({ client_id, redirect_uri: callback, response_type: 'code', ...more })),
    ).toBe(error)
  })

  test('where the pool has no domain', async () => {
    const pool = await testPool()
    const response = await new TestBrowser(pool).get('/oauth2/authorize', requestOf(pool))
    expect(locationOf(response).pathname).toBe('/error')
  })

  test('where a parameter that decides where to return stands twice', async () => {
    const pool = await oauthPool()
    const search = new URLSearchParams(requestOf(pool))
    search.append('redirect_uri', 'https://evil.example.com/')
    const location = locationOf(await new TestBrowser(pool).get(`/oauth2/authorize?${search}`))
    expect(location.pathname).toBe('/error')
  })
})

test('a code is not sent on to another site by the address of the page that it comes to', async () => {
  const pool = await oauthPool()
  const browser = new TestBrowser(pool)
  await codeOf(pool, {}, browser)
  const response = await browser.get('/oauth2/authorize', requestOf(pool))
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test.each(['https://api.example.com/', 'http://localhost:4000', 'myapp://api'])(
  'a token for %s is given',
  async (resource) => {
    const pool = await oauthPool()
    expect((await returned(pool, { resource })).searchParams.has('code')).toBe(true)
  },
)

test('a scope of nothing but blanks is as good as none', async () => {
  const pool = await oauthPool()
  const { access_token } = await oauthTokens(pool, { scope: ' ' })
  expect(decodeJwt(access_token).scope).toBe('openid email profile aws.cognito.signin.user.admin')
})
