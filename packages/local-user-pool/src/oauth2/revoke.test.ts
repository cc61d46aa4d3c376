import { expect, test } from 'vitest'
import { oauthPool, oauthTokens, post, tokenAnswer } from '../test-oauth.ts'
import { refused } from '../test-pool.ts'

test('ends a refresh token and the access tokens of the same sign-in', async () => {
  const pool = await oauthPool()
  const { refresh_token, access_token } = await oauthTokens(pool)
  const response = await post(pool, '/oauth2/revoke', { client_id: pool.clientId, token: refresh_token })
  expect([response.status, await response.text()]).toEqual([200, ''])
  expect(await tokenAnswer(pool, { grant_type: 'refresh_token', refresh_token })).toMatchObject({
    error: 'invalid_grant',
  })
  expect(await pool.refusal('GetUser', { AccessToken: access_token })).toEqual(
    refused('NotAuthorized', 'Access Token has been revoked'),
  )
})

test('an unknown token, and one of another client, are fine and change nothing', async () => {
  const pool = await oauthPool()
  const { refresh_token } = await oauthTokens(pool)
  const { ClientId } = await pool.client()
  const statuses = await Promise.all(
    [
      { client_id: pool.clientId, token: 'unknown' },
      { client_id: ClientId, token: refresh_token },
    ].map(async (form) => (await post(pool, '/oauth2/revoke', form)).status),
  )
  expect(statuses).toEqual([200, 200])
  expect(await tokenAnswer(pool, { grant_type: 'refresh_token', refresh_token })).toMatchObject({
    status: 200,
  })
})

test('an access token cannot be revoked, nor anything without a token or a client', async () => {
  const pool = await oauthPool()
  const { access_token } = await oauthTokens(pool)
  const told = async (form: Record<string, string>) => {
    const response = await post(pool, '/oauth2/revoke', form)
    return { status: response.status, ...((await response.json()) as object) }
  }
  expect(await told({ client_id: pool.clientId, token: access_token })).toMatchObject({
    status: 400,
    error: 'unsupported_token_type',
  })
  expect(await told({ client_id: pool.clientId })).toMatchObject({ status: 400, error: 'invalid_request' })
  expect(await told({ client_id: 'unknown', token: 't' })).toMatchObject({
    status: 401,
    error: 'invalid_client',
  })
})
