import { expect, test } from 'vitest'
import { refused, testPassword, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'

test('deletes the user with sessions and memberships; the name is free again', async () => {
  const pool = await testPool()
  const { clientId: ClientId, userPoolId: UserPoolId } = pool
  await pool.confirmedUser(email)
  await pool.call('CreateGroup', { UserPoolId, GroupName: 'staff' })
  await pool.call('AdminAddUserToGroup', { UserPoolId, GroupName: 'staff', Username: email })
  const { AccessToken, RefreshToken } = await pool.tokens(email)
  expect(await pool.call('DeleteUser', { AccessToken })).toEqual({})
  expect(await pool.refusal('AdminGetUser', { UserPoolId, Username: email })).toEqual(
    refused('UserNotFound', 'User does not exist.'),
  )
  expect(await pool.refusal('DeleteUser', { AccessToken })).toEqual(
    refused('UserNotFound', 'User does not exist.'),
  )
  expect(await pool.refusal('GetTokensFromRefreshToken', { ClientId, RefreshToken })).toEqual(
    refused('NotAuthorized', 'Invalid Refresh Token'),
  )
  expect(await pool.call('ListUsersInGroup', { UserPoolId, GroupName: 'staff' })).toEqual({ Users: [] })
  await pool.call('SignUp', { ClientId, Username: email, Password: testPassword })
})

test('a later user of the same name inherits neither lockout nor codes nor groups', async () => {
  const pool = await testPool({ UsernameAttributes: [] })
  const { clientId: ClientId, userPoolId: UserPoolId } = pool
  await pool.confirmedUser('hanako')
  await pool.call('CreateGroup', { UserPoolId, GroupName: 'staff' })
  await pool.call('AdminAddUserToGroup', { UserPoolId, GroupName: 'staff', Username: 'hanako' })
  const { AccessToken } = await pool.tokens('hanako')
  const AuthParameters = { USERNAME: 'hanako', PASSWORD: 'Wrong-2026' }
  for (let count = 0; count < 8; count += 1) {
    await pool.refusal('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })
  }
  await pool.call('DeleteUser', { AccessToken })
  await pool.confirmedUser('hanako')
  expect(await pool.tokens('hanako')).toHaveProperty('AccessToken')
  expect(await pool.call('AdminListGroupsForUser', { UserPoolId, Username: 'hanako' })).toEqual({
    Groups: [],
  })
})
