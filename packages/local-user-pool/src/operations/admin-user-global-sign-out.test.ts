import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const Username = 'hanako@example.com'

test('ends every session of the user, and lets them sign in again', async () => {
  const pool = await testPool()
  await pool.confirmedUser(Username)
  const { AccessToken, RefreshToken } = await pool.tokens(Username)
  expect(await pool.call('AdminUserGlobalSignOut', { UserPoolId: pool.userPoolId, Username })).toEqual({})
  expect(await pool.refusal('GetUser', { AccessToken })).toEqual(
    refused('NotAuthorized', 'Access Token has been revoked'),
  )
  expect(await pool.refusal('GetTokensFromRefreshToken', { ClientId: pool.clientId, RefreshToken })).toEqual(
    refused('NotAuthorized', 'Refresh Token has been revoked'),
  )
  await pool.call('GetUser', { AccessToken: (await pool.tokens(Username)).AccessToken })
})

test('refuses nobody', async () => {
  const { refusal, userPoolId: UserPoolId } = await testPool()
  expect(await refusal('AdminUserGlobalSignOut', { UserPoolId, Username: 'nobody' })).toEqual(
    refused('UserNotFound', 'User does not exist.'),
  )
})
