import { beforeEach, expect, test } from 'vitest'
import { testPassword as PASSWORD, refused, type TestPool, testPool } from '../test-pool.ts'

const USERNAME = 'hanako@example.com'
const invalid = refused('NotAuthorized', 'Invalid Refresh Token')

let pool: TestPool
beforeEach(async () => {
  pool = await testPool()
  await pool.confirmedUser(USERNAME)
})

const input = (REFRESH_TOKEN: string, ClientId = pool.clientId) => ({
  ClientId,
  AuthFlow: 'REFRESH_TOKEN_AUTH' as const,
  AuthParameters: { REFRESH_TOKEN },
})

test.each(['REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN'] as const)(
  '%s gives new tokens and no refresh token',
  async (AuthFlow) => {
    const { RefreshToken } = await pool.tokens(USERNAME)
    const answer = await pool.call('InitiateAuth', { ...input(RefreshToken), AuthFlow })
    expect(answer).toMatchObject({ ChallengeParameters: {} })
    expect(Object.keys(answer.AuthenticationResult ?? {}).sort()).toEqual([
      'AccessToken',
      'ExpiresIn',
      'IdToken',
      'TokenType',
    ])
  },
)

test('refuses what is no refresh token of this client', async () => {
  const { AccessToken, RefreshToken } = await pool.tokens(USERNAME)
  const other = await pool.client()
  expect(await pool.refusal('InitiateAuth', input('unknown'))).toEqual(invalid)
  expect(await pool.refusal('InitiateAuth', input(AccessToken))).toEqual(invalid)
  expect(await pool.refusal('InitiateAuth', input(RefreshToken, other.ClientId))).toEqual(invalid)
})

test('refuses where the client does not allow it', async () => {
  const { ClientId } = await pool.client({ ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] })
  const { RefreshToken } = await pool.tokens(USERNAME, PASSWORD, ClientId)
  expect(await pool.refusal('InitiateAuth', input(RefreshToken, ClientId))).toEqual(
    refused('InvalidParameter', 'Auth flow not enabled for this client'),
  )
})

test('refuses where the client rotates its tokens', async () => {
  const { ClientId } = await pool.client({ RefreshTokenRotation: { Feature: 'ENABLED' } })
  const { RefreshToken } = await pool.tokens(USERNAME, PASSWORD, ClientId)
  expect(await pool.refusal('InitiateAuth', input(RefreshToken, ClientId))).toEqual(
    refused('UnsupportedOperation', 'Initiate Auth method not supported.'),
  )
})

test('refuses a token that was rotated out, also when rotation is off by now', async () => {
  const { ClientId } = await pool.client({ RefreshTokenRotation: { Feature: 'ENABLED' } })
  const { RefreshToken } = await pool.tokens(USERNAME, PASSWORD, ClientId)
  await pool.call('GetTokensFromRefreshToken', { ClientId, RefreshToken })
  await pool.call('UpdateUserPoolClient', { UserPoolId: pool.userPoolId, ClientId })
  expect(await pool.refusal('InitiateAuth', input(RefreshToken, ClientId))).toEqual(invalid)
})

test('a client with a secret proves it by the username that the token is of', async () => {
  const client = await pool.client({ GenerateSecret: true })
  const { ClientId } = client
  const { AuthenticationResult } = await pool.call('InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD, SECRET_HASH: client.secretHash(USERNAME) },
  })
  const { AuthParameters, ...start } = input(AuthenticationResult?.RefreshToken ?? '', ClientId)
  const refresh = (SECRET_HASH?: string) => ({
    ...start,
    AuthParameters: { ...AuthParameters, ...(SECRET_HASH !== undefined && { SECRET_HASH }) },
  })
  expect(await pool.refusal('InitiateAuth', refresh())).toEqual(
    refused('NotAuthorized', `Client ${ClientId} is configured with secret but SECRET_HASH was not received`),
  )
  expect(await pool.refusal('InitiateAuth', refresh(client.secretHash('other')))).toEqual(
    refused('NotAuthorized', `Unable to verify secret hash for client ${ClientId}`),
  )
  const { username } = await pool.user(USERNAME)
  await pool.call('InitiateAuth', refresh(client.secretHash(username)))
})
