import { beforeEach, describe, expect, test } from 'vitest'
import type { Triggers } from '../domain/trigger-events.ts'
import { refused, type TestPool, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'
const invalid = refused('NotAuthorized', 'Invalid Refresh Token')
const reuse = refused('RefreshTokenReuse', 'Refresh token has been rotated and can no longer be used.')

let pool: TestPool
let ClientId: string
beforeEach(async () => {
  pool = await testPool()
  ClientId = pool.clientId
  await pool.confirmedUser(email)
})

const refreshed = async (RefreshToken: string, clientId = ClientId) => {
  const answer = await pool.call('GetTokensFromRefreshToken', { ClientId: clientId, RefreshToken })
  return answer.AuthenticationResult ?? {}
}
const refusalOf = (RefreshToken: string, clientId = ClientId) =>
  pool.refusal('GetTokensFromRefreshToken', { ClientId: clientId, RefreshToken })

describe('without rotation', () => {
  test('gives new ID and access tokens and keeps the refresh token', async () => {
    const { RefreshToken } = await pool.tokens(email)
    const result = await refreshed(RefreshToken)
    expect(Object.keys(result).sort()).toEqual(['AccessToken', 'ExpiresIn', 'IdToken', 'TokenType'])
    expect(result).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' })
    await pool.call('GetUser', { AccessToken: result.AccessToken ?? '' })
    expect(await refreshed(RefreshToken)).toHaveProperty('AccessToken')
  })

  test('works until the refresh token expires', async () => {
    const { RefreshToken } = await pool.tokens(email)
    pool.wait({ days: 29, hours: 23 })
    expect(await refreshed(RefreshToken)).toHaveProperty('AccessToken')
    pool.wait({ hours: 1 })
    expect(await refusalOf(RefreshToken)).toEqual(refused('NotAuthorized', 'Refresh Token has expired'))
  })

  test.each(['unknown', 'a.b.c', 'x'.repeat(2000)])('refuses the token %.10s', async (token) => {
    expect(await refusalOf(token)).toEqual(invalid)
  })

  test('refuses an access token, and the refresh token of another client', async () => {
    const { AccessToken, RefreshToken } = await pool.tokens(email)
    const other = await pool.client()
    expect(await refusalOf(AccessToken)).toEqual(invalid)
    expect(await refusalOf(RefreshToken, other.ClientId)).toEqual(invalid)
  })

  test('refuses a user who is disabled, also when they are enabled again', async () => {
    const { RefreshToken } = await pool.tokens(email)
    const user = { UserPoolId: pool.userPoolId, Username: email }
    await pool.call('AdminDisableUser', user)
    expect(await refusalOf(RefreshToken)).toMatchObject({ name: 'NotAuthorizedException' })
    await pool.call('AdminEnableUser', user)
    expect(await refusalOf(RefreshToken)).toEqual(refused('NotAuthorized', 'Refresh Token has been revoked'))
  })

  test('refuses a user who is gone', async () => {
    const { RefreshToken } = await pool.tokens(email)
    await pool.call('AdminDeleteUser', { UserPoolId: pool.userPoolId, Username: email })
    expect(await refusalOf(RefreshToken)).toEqual(invalid)
  })

  test('gives nothing to a request that a revocation overtakes', async () => {
    let overtake = async () => {}
    const triggers: Triggers = {
      async PreTokenGeneration(event) {
        await overtake()
        return event
      },
    }
    pool = await testPool({}, {}, { triggers })
    ClientId = pool.clientId
    await pool.confirmedUser(email)
    const { RefreshToken } = await pool.tokens(email)
    overtake = async () => {
      await pool.call('RevokeToken', { ClientId, Token: RefreshToken })
    }
    expect(await refusalOf(RefreshToken)).toEqual(refused('NotAuthorized', 'Refresh Token has been revoked'))
  })
})

describe('with rotation', () => {
  const rotating = (RetryGracePeriodSeconds: number) =>
    pool.client({
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds },
    })

  test('gives a new refresh token each time, and refuses the old one', async () => {
    ClientId = (await rotating(0)).ClientId
    const { RefreshToken: first } = await pool.tokens(email, undefined, ClientId)
    const { RefreshToken: second = '' } = await refreshed(first)
    expect(second).not.toBe(first)
    expect(await refusalOf(first)).toEqual(reuse)
    const { RefreshToken: third = '' } = await refreshed(second)
    expect(third).not.toBe(second)
  })

  test('takes the old one for the grace period, counted from its first use', async () => {
    ClientId = (await rotating(30)).ClientId
    const { RefreshToken } = await pool.tokens(email, undefined, ClientId)
    await refreshed(RefreshToken)
    pool.wait({ seconds: 29 })
    expect(await refreshed(RefreshToken)).toHaveProperty('RefreshToken')
    pool.wait({ seconds: 1 })
    expect(await refusalOf(RefreshToken)).toEqual(reuse)
  })

  test('of many refreshes at once, one gets tokens', async () => {
    ClientId = (await rotating(0)).ClientId
    const { RefreshToken } = await pool.tokens(email, undefined, ClientId)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => pool.attempt('GetTokensFromRefreshToken', { ClientId, RefreshToken })),
    )
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1)
    expect(answers).toContain(`${reuse.name}: ${reuse.message}`)
  })

  test('gives a new token no longer life than the first had', async () => {
    ClientId = (await rotating(0)).ClientId
    const { RefreshToken } = await pool.tokens(email, undefined, ClientId)
    pool.wait({ days: 20 })
    const { RefreshToken: next = '' } = await refreshed(RefreshToken)
    pool.wait({ days: 10 })
    expect(await refusalOf(next)).toEqual(refused('NotAuthorized', 'Refresh Token has expired'))
  })

  test('an old token revokes the session with all that followed', async () => {
    ClientId = (await rotating(0)).ClientId
    const { RefreshToken: first } = await pool.tokens(email, undefined, ClientId)
    const { RefreshToken: second = '' } = await refreshed(first)
    await pool.call('RevokeToken', { ClientId, Token: first })
    expect(await refusalOf(second)).toEqual(refused('NotAuthorized', 'Refresh Token has been revoked'))
  })
})

test('a client with a secret must give it', async () => {
  const client = await pool.client({ GenerateSecret: true })
  const { AuthenticationResult } = await pool.call('InitiateAuth', {
    ClientId: client.ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: email, PASSWORD: 'Genkan-2026', SECRET_HASH: client.secretHash(email) },
  })
  const input = { ClientId: client.ClientId, RefreshToken: AuthenticationResult?.RefreshToken ?? '' }
  const unable = refused('NotAuthorized', `Unable to verify secret hash for client ${client.ClientId}`)
  expect(await pool.refusal('GetTokensFromRefreshToken', input)).toEqual(unable)
  expect(await pool.refusal('GetTokensFromRefreshToken', { ...input, ClientSecret: 'a'.repeat(51) })).toEqual(
    unable,
  )
  await pool.call('GetTokensFromRefreshToken', { ...input, ClientSecret: client.ClientSecret })
})
