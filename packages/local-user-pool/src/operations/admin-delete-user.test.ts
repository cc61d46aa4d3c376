import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const Username = 'hanako@example.com'

test('deletes the user with everything that is theirs', async () => {
  const pool = await testPool()
  const { clientId: ClientId, userPoolId: UserPoolId } = pool
  await pool.confirmedUser(Username)
  const { RefreshToken } = await pool.tokens(Username)
  await pool.call('ForgotPassword', { ClientId, Username })
  const ConfirmationCode = await pool.sent(Username)
  expect(await pool.call('AdminDeleteUser', { UserPoolId, Username })).toEqual({})
  expect(await pool.refusal('AdminDeleteUser', { UserPoolId, Username })).toEqual(
    refused('UserNotFound', 'User does not exist.'),
  )
  await pool.confirmedUser(Username)
  expect(await pool.refusal('GetTokensFromRefreshToken', { ClientId, RefreshToken })).toEqual(
    refused('NotAuthorized', 'Invalid Refresh Token'),
  )
  const answer = { ClientId, Username, ConfirmationCode, Password: 'Another-2026' }
  expect(await pool.refusal('ConfirmForgotPassword', answer)).toEqual(
    refused('ExpiredCode', 'Invalid code provided, please request a code again.'),
  )
})
