import { expect, test } from 'vitest'
import { refused, testPassword, testPool } from '../test-pool.ts'

const Username = 'hanako@example.com'

test('keeps a user out, and ends the sessions they have', async () => {
  const pool = await testPool()
  await pool.confirmedUser(Username)
  const { AccessToken } = await pool.tokens(Username)
  const user = { UserPoolId: pool.userPoolId, Username }
  expect(await pool.call('AdminDisableUser', user)).toEqual({})
  expect(await pool.user(Username)).toMatchObject({ enabled: false, status: 'CONFIRMED' })
  expect(await pool.signInRefusal(Username, testPassword)).toEqual(
    refused('NotAuthorized', 'User is disabled.'),
  )
  expect(await pool.refusal('GetUser', { AccessToken })).toEqual(
    refused('NotAuthorized', 'Access Token has been revoked'),
  )
  expect(await pool.call('AdminDisableUser', user)).toEqual({})
})

test('also through a client whose tokens cannot be revoked', async () => {
  const pool = await testPool({}, { EnableTokenRevocation: false })
  await pool.confirmedUser(Username)
  const { AccessToken } = await pool.tokens(Username)
  await pool.call('AdminDisableUser', { UserPoolId: pool.userPoolId, Username })
  expect(await pool.refusal('GetUser', { AccessToken })).toEqual(
    refused('NotAuthorized', 'User is disabled.'),
  )
})
