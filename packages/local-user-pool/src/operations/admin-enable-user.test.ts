import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const Username = 'hanako@example.com'

test('lets a user in again; what they held before stays worth nothing', async () => {
  const pool = await testPool()
  await pool.confirmedUser(Username)
  const { AccessToken } = await pool.tokens(Username)
  const user = { UserPoolId: pool.userPoolId, Username }
  await pool.call('AdminDisableUser', user)
  expect(await pool.call('AdminEnableUser', user)).toEqual({})
  expect(await pool.tokens(Username)).toHaveProperty('AccessToken')
  expect(await pool.refusal('GetUser', { AccessToken })).toEqual(
    refused('NotAuthorized', 'Access Token has been revoked'),
  )
})

test('refuses nobody', async () => {
  const { refusal, userPoolId: UserPoolId } = await testPool()
  expect(await refusal('AdminEnableUser', { UserPoolId, Username: 'nobody' })).toEqual(
    refused('UserNotFound', 'User does not exist.'),
  )
})
