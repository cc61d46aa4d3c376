import { beforeEach, expect, test } from 'vitest'
import { refused, type TestPool, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'

let pool: TestPool
let ClientId: string
beforeEach(async () => {
  pool = await testPool()
  ClientId = pool.clientId
  await pool.confirmedUser(email)
})

test('ends the session that the refresh token is of, and no other', async () => {
  const here = await pool.tokens(email)
  const there = await pool.tokens(email)
  expect(await pool.call('RevokeToken', { ClientId, Token: here.RefreshToken })).toEqual({})
  expect(await pool.refusal('GetUser', { AccessToken: here.AccessToken })).toEqual(
    refused('NotAuthorized', 'Access Token has been revoked'),
  )
  const refresh = { ClientId, RefreshToken: here.RefreshToken }
  expect(await pool.refusal('GetTokensFromRefreshToken', refresh)).toEqual(
    refused('NotAuthorized', 'Refresh Token has been revoked'),
  )
  await pool.call('GetUser', { AccessToken: there.AccessToken })
})

test('ends also what was refreshed in between', async () => {
  const { RefreshToken } = await pool.tokens(email)
  const { AuthenticationResult } = await pool.call('GetTokensFromRefreshToken', { ClientId, RefreshToken })
  await pool.call('RevokeToken', { ClientId, Token: RefreshToken })
  const AccessToken = AuthenticationResult?.AccessToken ?? ''
  expect(await pool.refusal('GetUser', { AccessToken })).toMatchObject({ name: 'NotAuthorizedException' })
})

test('is content with a token that is unknown, or revoked already', async () => {
  const { RefreshToken: Token } = await pool.tokens(email)
  for (const token of ['unknown', Token, Token]) {
    expect(await pool.call('RevokeToken', { ClientId, Token: token })).toEqual({})
  }
})

test('revokes nothing for another client', async () => {
  const { AccessToken, RefreshToken: Token } = await pool.tokens(email)
  const other = await pool.client()
  await pool.call('RevokeToken', { ClientId: other.ClientId, Token })
  await pool.call('GetUser', { AccessToken })
})

test('takes refresh tokens alone', async () => {
  const { AccessToken, IdToken } = await pool.tokens(email)
  for (const Token of [AccessToken, IdToken]) {
    expect(await pool.refusal('RevokeToken', { ClientId, Token })).toEqual(
      refused('UnsupportedTokenType', 'Only refresh tokens can be revoked.'),
    )
  }
})

test('refuses where the client has revocation off', async () => {
  const client = await pool.client({ EnableTokenRevocation: false })
  const { RefreshToken: Token } = await pool.tokens(email, undefined, client.ClientId)
  expect(await pool.refusal('RevokeToken', { ClientId: client.ClientId, Token })).toEqual(
    refused('UnsupportedOperation', 'Token revocation is not enabled for this client.'),
  )
})

test('refuses a client that does not exist, or does not give its secret', async () => {
  expect(await pool.refusal('RevokeToken', { ClientId: 'unknown', Token: 'x' })).toEqual(
    refused('Unauthorized', 'User pool client unknown does not exist.'),
  )
  const client = await pool.client({ GenerateSecret: true })
  const input = { ClientId: client.ClientId, Token: 'x' }
  const invalid = refused('Unauthorized', 'Invalid client secret.')
  expect(await pool.refusal('RevokeToken', input)).toEqual(invalid)
  expect(await pool.refusal('RevokeToken', { ...input, ClientSecret: 'a'.repeat(51) })).toEqual(invalid)
  await pool.call('RevokeToken', { ...input, ClientSecret: client.ClientSecret })
})
