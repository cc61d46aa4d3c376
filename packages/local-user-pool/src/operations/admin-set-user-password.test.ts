import { beforeEach, expect, test } from 'vitest'
import { refused, type TestPool, testPassword, testPool } from '../test-pool.ts'

const Username = 'hanako@example.com'
const Password = 'Another-2026'

let pool: TestPool
let UserPoolId: string
beforeEach(async () => {
  pool = await testPool()
  UserPoolId = pool.userPoolId
  await pool.confirmedUser(Username)
})

test('sets a password for good', async () => {
  const input = { UserPoolId, Username, Password, Permanent: true }
  expect(await pool.call('AdminSetUserPassword', input)).toEqual({})
  expect(await pool.tokens(Username, Password)).toHaveProperty('AccessToken')
  expect(await pool.signInRefusal(Username, testPassword)).toEqual(
    refused('NotAuthorized', 'Incorrect username or password.'),
  )
})

test('for good, it confirms whoever has not', async () => {
  await pool.call('SignUp', { ClientId: pool.clientId, Username: 'taro@example.com', Password })
  await pool.call('AdminSetUserPassword', {
    UserPoolId,
    Username: 'taro@example.com',
    Password,
    Permanent: true,
  })
  expect(await pool.user('taro@example.com')).toMatchObject({ status: 'CONFIRMED' })
})

test('sets one until the user chooses another', async () => {
  await pool.call('AdminSetUserPassword', { UserPoolId, Username, Password })
  expect(await pool.user(Username)).toMatchObject({ status: 'FORCE_CHANGE_PASSWORD' })
  expect(await pool.signIn(Username, Password)).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' })
})

test('refuses a password that breaks the policy, and keeps the old one', async () => {
  expect(await pool.refusal('AdminSetUserPassword', { UserPoolId, Username, Password: 'short' })).toEqual(
    refused('InvalidPassword', 'Password did not conform with policy: Password not long enough'),
  )
  expect(await pool.tokens(Username, testPassword)).toHaveProperty('AccessToken')
})
