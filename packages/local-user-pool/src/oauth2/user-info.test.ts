import { expect, test } from 'vitest'
import { oauthPool, oauthTokens } from '../test-oauth.ts'
import type { TestPool } from '../test-pool.ts'

const ask = (pool: TestPool, headers: Readonly<Record<string, string>>, method = 'GET') =>
  pool.fetch(new Request('https://localhost:9443/oauth2/userInfo', { method, headers }))

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

test.each(['GET', 'POST'])('%s tells who holds the token, every value as a text', async (method) => {
  const pool = await oauthPool()
  const { access_token } = await oauthTokens(pool, { scope: 'openid' })
  const response = await ask(pool, bearer(access_token), method)
  const { sub } = (await pool.user('hanako@example.com')).attributes
  expect(await response.json()).toEqual({
    sub,
    email: 'hanako@example.com',
    email_verified: 'true',
    username: sub,
  })
})

test('with email beside openid it tells that alone', async () => {
  const pool = await oauthPool()
  await pool.call('AdminUpdateUserAttributes', {
    UserPoolId: pool.userPoolId,
    Username: 'hanako@example.com',
    UserAttributes: [{ Name: 'name', Value: '花子' }],
  })
  const told = async (scope: string) => {
    const { access_token } = await oauthTokens(pool, { scope })
    return Object.keys((await (await ask(pool, bearer(access_token))).json()) as object).sort()
  }
  expect(await told('openid email')).toEqual(['email', 'email_verified', 'sub', 'username'])
  expect(await told('openid')).toContain('name')
  expect(await told('openid email profile')).toContain('name')
})

test('a token without openid, of the API, ended, or revoked is refused as invalid', async () => {
  const pool = await oauthPool()
  const scoped = await oauthTokens(pool, { scope: 'email' })
  const ofApi = await pool.tokens('hanako@example.com')
  const left = await oauthTokens(pool)
  await pool.call('AdminUserGlobalSignOut', { UserPoolId: pool.userPoolId, Username: 'hanako@example.com' })
  const old = await oauthTokens(pool)
  pool.wait({ hours: 2 })
  const nonsense = { access_token: 'nonsense' }
  for (const { access_token } of [scoped, { access_token: ofApi.AccessToken }, left, old, nonsense]) {
    const response = await ask(pool, bearer(access_token))
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe(
      'Bearer error="invalid_token", error_description="Access token is expired, disabled, or deleted, or the user has globally signed out."',
    )
  }
})

test('without a token the request is invalid', async () => {
  const pool = await oauthPool()
  const response = await ask(pool, {})
  expect(response.status).toBe(400)
  expect(response.headers.get('www-authenticate')).toContain('error="invalid_request"')
})

test('a page of any origin may ask with its token', async () => {
  const pool = await oauthPool()
  const response = await ask(
    pool,
    {
      origin: 'https://app.example.com',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    },
    'OPTIONS',
  )
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('access-control-allow-headers')).toBe('authorization')
})
