import { beforeEach, expect, test } from 'vitest'
import { testPassword as Password, refused, type TestPool, testPool } from '../test-pool.ts'

const Username = 'hanako@example.com'

let pool: TestPool
let UserPoolId: string
beforeEach(async () => {
  pool = await testPool()
  UserPoolId = pool.userPoolId
  await pool.confirmedUser(Username)
})

test('makes the password worth nothing and sends a code', async () => {
  expect(await pool.call('AdminResetUserPassword', { UserPoolId, Username })).toEqual({})
  expect(await pool.user(Username)).toMatchObject({ status: 'RESET_REQUIRED' })
  expect(await pool.sent(Username)).toMatch(/^\d{6}$/)
  expect(await pool.signInRefusal(Username, Password)).toEqual(
    refused('PasswordResetRequired', 'Password reset required for the user'),
  )
})

test('may be done again', async () => {
  await pool.call('AdminResetUserPassword', { UserPoolId, Username })
  await pool.call('AdminResetUserPassword', { UserPoolId, Username })
})

test('refuses a user without a verified address, and changes nothing', async () => {
  await pool.call('AdminDeleteUserAttributes', {
    UserPoolId,
    Username,
    UserAttributeNames: ['email_verified'],
  })
  expect(await pool.refusal('AdminResetUserPassword', { UserPoolId, Username })).toEqual(
    refused(
      'InvalidParameter',
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
    ),
  )
  expect(await pool.user(Username)).toMatchObject({ status: 'CONFIRMED' })
})

test('refuses users who have not come yet', async () => {
  const refusal = refused('NotAuthorized', 'User password cannot be reset in the current state.')
  await pool.call('AdminCreateUser', { UserPoolId, Username: 'invited@example.com' })
  await pool.call('SignUp', { ClientId: pool.clientId, Username: 'taro@example.com', Password })
  for (const name of ['invited@example.com', 'taro@example.com']) {
    expect(await pool.refusal('AdminResetUserPassword', { UserPoolId, Username: name })).toEqual(refusal)
  }
})
