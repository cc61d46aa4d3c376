import { beforeEach, expect, test } from 'vitest'
import { refused, type TestPool, testPassword, testPool } from '../test-pool.ts'

const USERNAME = 'hanako@example.com'

let pool: TestPool
beforeEach(async () => {
  pool = await testPool()
  await pool.confirmedUser(USERNAME)
})

const begin = (ClientId: string) => ({
  ClientId,
  AuthFlow: 'USER_SRP_AUTH' as const,
  AuthParameters: { USERNAME, SRP_A: 'abc123' },
})

test.each([
  ['the default', []],
  ['its own name', ['ALLOW_USER_SRP_AUTH']],
  ['the older form, which has it always on', ['ADMIN_NO_SRP_AUTH']],
] as const)('is on by %s', async (_, flows) => {
  const { ClientId } = await pool.client({ ExplicitAuthFlows: [...flows] })
  expect(await pool.call('InitiateAuth', begin(ClientId))).toMatchObject({
    ChallengeName: 'PASSWORD_VERIFIER',
  })
})

test('is refused where the client does not allow it', async () => {
  const { ClientId } = await pool.client({ ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] })
  expect(await pool.refusal('InitiateAuth', begin(ClientId))).toEqual(
    refused('InvalidParameter', 'USER_SRP_AUTH is not enabled for the client.'),
  )
})

const user = () => ({ UserPoolId: pool.userPoolId, Username: USERNAME })

test('a user who is to reset the password is told so at the second step, whatever the password', async () => {
  await pool.call('AdminResetUserPassword', user())
  const refusal = refused('PasswordResetRequired', 'Password reset required for the user')
  expect(await pool.signInRefusal(USERNAME, testPassword)).toEqual(refusal)
  expect(await pool.signInRefusal(USERNAME, 'Wrong-2026')).toEqual(refusal)
})

test('a user who is disabled is told so by the right password alone', async () => {
  await pool.call('AdminDisableUser', user())
  expect(await pool.signInRefusal(USERNAME, 'Wrong-2026')).toEqual(
    refused('NotAuthorized', 'Incorrect username or password.'),
  )
  expect(await pool.signInRefusal(USERNAME, testPassword)).toEqual(
    refused('NotAuthorized', 'User is disabled.'),
  )
})

test('a user who has not confirmed is told so at the second step, whatever the password', async () => {
  const unconfirmed = refused('UserNotConfirmed', 'User is not confirmed.')
  await pool.call('SignUp', { ClientId: pool.clientId, Username: 'taro@example.com', Password: testPassword })
  expect(await pool.signInRefusal('taro@example.com', testPassword)).toEqual(unconfirmed)
  expect(await pool.signInRefusal('taro@example.com', 'Wrong-2026')).toEqual(unconfirmed)
})

test('a user without a password is asked like any other, and refused', async () => {
  await pool.call('AdminCreateUser', { ...user(), Username: 'new@example.com', MessageAction: 'SUPPRESS' })
  expect(await pool.signInRefusal('new@example.com', testPassword)).toEqual(
    refused('NotAuthorized', 'Incorrect username or password.'),
  )
})
