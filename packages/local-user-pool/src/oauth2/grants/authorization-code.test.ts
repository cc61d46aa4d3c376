import { createHash } from 'node:crypto'
import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { codeOf, exchange, oauthPool, pkce, returned, tokenAnswer } from '../../test-oauth.ts'
import { refused } from '../../test-pool.ts'

const invalidGrant = { status: 400, error: 'invalid_grant' }

describe('a code', () => {
  test('gives the three tokens, which say what was asked for', async () => {
    const pool = await oauthPool()
    const { verifier, request } = pkce()
    const code = await codeOf(pool, { ...request, scope: 'openid email', nonce: 'n-1' })
    pool.wait({ seconds: 10 })
    const answer = await tokenAnswer(pool, exchange(code, verifier))
    expect(answer).toEqual({
      status: 200,
      id_token: expect.any(String),
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      expires_in: 3600,
      token_type: 'Bearer',
    })
    const { sub } = (await pool.user('hanako@example.com')).attributes
    const access = decodeJwt(String(answer.access_token))
    expect(access).toMatchObject({
      sub,
      token_use: 'access',
      scope: 'openid email',
      version: 2,
      client_id: pool.clientId,
      auth_time: Math.floor(pool.now() / 1000) - 10,
    })
    expect(access).not.toHaveProperty('aud')
    const hash = createHash('sha256').update(String(answer.access_token)).digest()
    expect(decodeJwt(String(answer.id_token))).toMatchObject({
      sub,
      aud: pool.clientId,
      nonce: 'n-1',
      at_hash: hash.subarray(0, 16).toString('base64url'),
      email: 'hanako@example.com',
      email_verified: true,
      origin_jti: access.origin_jti,
    })
  })

  test('without openid gives no ID token', async () => {
    const pool = await oauthPool()
    const answer = await tokenAnswer(
      pool,
      exchange(await codeOf(pool, { scope: 'aws.cognito.signin.user.admin' })),
    )
    expect(answer).not.toHaveProperty('id_token')
    const user = await pool.call('GetUser', { AccessToken: String(answer.access_token) })
    expect(user.Username).toBeDefined()
  })

  test('for one resource gives an access token for that', async () => {
    const pool = await oauthPool()
    const code = await codeOf(pool, { resource: 'https://api.example.com/' })
    const { access_token } = await tokenAnswer(pool, exchange(code))
    expect(decodeJwt(String(access_token)).aud).toBe('https://api.example.com/')
  })

  test('without the scope of the API gives an access token that the API refuses', async () => {
    const pool = await oauthPool()
    const answer = await tokenAnswer(pool, exchange(await codeOf(pool, { scope: 'openid' })))
    expect(await pool.refusal('GetUser', { AccessToken: answer.access_token })).toEqual(
      refused('NotAuthorized', 'Access Token does not have required scopes'),
    )
  })
})

describe('a code is refused', () => {
  test('the second time, and ends what came of it the first time', async () => {
    const pool = await oauthPool()
    const code = await codeOf(pool)
    const first = await tokenAnswer(pool, exchange(code))
    expect(await tokenAnswer(pool, exchange(code))).toMatchObject(invalidGrant)
    const { refresh_token } = first
    expect(
      await tokenAnswer(pool, { grant_type: 'refresh_token', refresh_token: String(refresh_token) }),
    ).toMatchObject(invalidGrant)
    expect(await pool.refusal('GetUser', { AccessToken: first.access_token })).toEqual(
      refused('NotAuthorized', 'Access Token has been revoked'),
    )
  })

  test('the second time while a trigger thinks about the first, which is then refused too', async () => {
    const said = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    const pool = await oauthPool(
      {},
      {},
      {
        triggers: {
          async PreTokenGeneration(event) {
            asked.resolve()
            await said.promise
            return event
          },
        },
      },
    )
    const code = await codeOf(pool)
    const first = tokenAnswer(pool, exchange(code))
    await asked.promise
    expect(await tokenAnswer(pool, exchange(code))).toMatchObject(invalidGrant)
    said.resolve()
    expect(await first).toMatchObject(invalidGrant)
  })

  test('to all of many that bring it at once: no tokens of it are good', async () => {
    const pool = await oauthPool()
    const code = await codeOf(pool)
    const answers = await Promise.all(Array.from({ length: 8 }, () => tokenAnswer(pool, exchange(code))))
    const served = answers.filter(({ status }) => status === 200)
    expect(served.length).toBeLessThanOrEqual(1)
    for (const { access_token: AccessToken } of served) {
      expect(await pool.attempt('GetUser', { AccessToken })).toContain('Access Token has been revoked')
    }
  })

  test('after five minutes', async () => {
    const pool = await oauthPool()
    const [one, other] = [await codeOf(pool), await codeOf(pool)]
    pool.wait({ minutes: 4, seconds: 59 })
    expect(await tokenAnswer(pool, exchange(one))).toMatchObject({ status: 200 })
    pool.wait({ seconds: 1 })
    expect(await tokenAnswer(pool, exchange(other))).toMatchObject(invalidGrant)
  })

  test('to another client', async () => {
    const pool = await oauthPool()
    const other = await pool.client()
    const code = await codeOf(pool)
    expect(await tokenAnswer(pool, { ...exchange(code), client_id: other.ClientId })).toMatchObject(
      invalidGrant,
    )
    expect(await tokenAnswer(pool, exchange(code))).toMatchObject({ status: 200 })
  })

  test('with another redirect_uri', async () => {
    const pool = await oauthPool()
    const form = { ...exchange(await codeOf(pool)), redirect_uri: 'https://app.example.com/other' }
    expect(await tokenAnswer(pool, form)).toMatchObject(invalidGrant)
  })

  test('with a wrong verifier, without one, or with one that nothing was made of', async () => {
    const pool = await oauthPool()
    const bound = await codeOf(pool, pkce().request)
    expect(await tokenAnswer(pool, exchange(bound, pkce().verifier))).toMatchObject(invalidGrant)
    expect(await tokenAnswer(pool, exchange(bound))).toMatchObject(invalidGrant)
    const free = await codeOf(pool)
    expect(await tokenAnswer(pool, exchange(free, pkce().verifier))).toMatchObject(invalidGrant)
  })

  test('once its user is disabled or deleted', async () => {
    const pool = await oauthPool()
    const who = { UserPoolId: pool.userPoolId, Username: 'hanako@example.com' }
    const [one, other] = [await codeOf(pool), await codeOf(pool)]
    await pool.call('AdminDisableUser', who)
    expect(await tokenAnswer(pool, exchange(one))).toMatchObject(invalidGrant)
    await pool.call('AdminDeleteUser', who)
    expect(await tokenAnswer(pool, exchange(other))).toMatchObject(invalidGrant)
  })
})

test('a trigger that refuses the tokens is told to the client in its own words', async () => {
  const pool = await oauthPool(
    {},
    {},
    {
      triggers: {
        PreTokenGeneration({ triggerSource }) {
          throw new Error(`not by ${triggerSource}`)
        },
      },
    },
  )
  expect(await tokenAnswer(pool, exchange(await codeOf(pool)))).toEqual({
    ...invalidGrant,
    error_description: 'PreTokenGeneration failed with error not by TokenGeneration_HostedAuth.',
  })
  const { hash } = await returned(pool, { response_type: 'token' })
  expect(new URLSearchParams(hash.slice(1)).get('error_description')).toBe(
    'PreTokenGeneration failed with error not by TokenGeneration_HostedAuth.',
  )
})
