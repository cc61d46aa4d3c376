import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { oauthPool, oauthTokens, tokenAnswer } from '../../test-oauth.ts'

const refresh = (refresh_token: unknown) => ({
  grant_type: 'refresh_token',
  refresh_token: String(refresh_token),
})

test('a refresh token gives tokens with the scopes of the sign-in, and stays good', async () => {
  const pool = await oauthPool()
  const { refresh_token, access_token } = await oauthTokens(pool, { scope: 'openid email', nonce: 'n' })
  pool.wait({ minutes: 30 })
  const answer = await tokenAnswer(pool, refresh(refresh_token))
  expect(answer).toEqual({
    status: 200,
    id_token: expect.any(String),
    access_token: expect.any(String),
    expires_in: 3600,
    token_type: 'Bearer',
  })
  const { origin_jti, auth_time } = decodeJwt(access_token)
  expect(decodeJwt(String(answer.access_token))).toMatchObject({
    scope: 'openid email',
    origin_jti,
    auth_time,
  })
  expect(decodeJwt(String(answer.id_token))).not.toHaveProperty('nonce')
  expect(await tokenAnswer(pool, refresh(refresh_token))).toMatchObject({ status: 200 })
})

test('where the client rotates them, another comes, and the one before is worth nothing', async () => {
  const pool = await oauthPool({
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
  })
  const { refresh_token } = await oauthTokens(pool)
  const { refresh_token: next } = await tokenAnswer(pool, refresh(refresh_token))
  expect(next).not.toBe(refresh_token)
  expect(await tokenAnswer(pool, refresh(refresh_token))).toMatchObject({ error: 'invalid_grant' })
  expect(await tokenAnswer(pool, refresh(next))).toMatchObject({ status: 200 })
})

test.each([
  ['is unknown', async (pool) => tokenAnswer(pool, refresh('unknown'))],
  [
    'was given to another client',
    async (pool) => {
      const { ClientId } = await pool.client()
      const { refresh_token } = await oauthTokens(pool)
      return tokenAnswer(pool, { ...refresh(refresh_token), client_id: ClientId })
    },
  ],
  [
    'is too old',
    async (pool) => {
      const { refresh_token } = await oauthTokens(pool)
      pool.wait({ days: 30 })
      return tokenAnswer(pool, refresh(refresh_token))
    },
  ],
] satisfies [string, (pool: Awaited<ReturnType<typeof oauthPool>>) => Promise<unknown>][])(
  'it is refused where it %s',
  async (_, answer) => {
    expect(await answer(await oauthPool())).toMatchObject({ status: 400, error: 'invalid_grant' })
  },
)

test('without one, the request is invalid', async () => {
  const pool = await oauthPool()
  expect(await tokenAnswer(pool, { grant_type: 'refresh_token' })).toMatchObject({
    status: 400,
    error: 'invalid_request',
  })
})
