import { beforeEach, describe, expect, test } from 'vitest'
import { testPassword as Password, refused, type TestPool, testPool } from '../test-pool.ts'

const Username = 'taro@example.com'
const mismatch = refused('CodeMismatch', 'Invalid verification code provided, please try again.')
const expired = refused('ExpiredCode', 'Invalid code provided, please request a code again.')

let pool: TestPool
let ClientId: string
beforeEach(async () => {
  pool = await testPool()
  ClientId = pool.clientId
  await pool.call('SignUp', { ClientId, Username, Password })
})

const wrongOf = (code: string) => (code === '000000' ? '111111' : '000000')

test('confirms the user, verifies the address and lets them sign in', async () => {
  const ConfirmationCode = await pool.sent(Username)
  expect(await pool.call('ConfirmSignUp', { ClientId, Username, ConfirmationCode })).toEqual({})
  expect(await pool.user(Username)).toMatchObject({
    status: 'CONFIRMED',
    attributes: { email_verified: 'true' },
  })
  expect(await pool.tokens(Username)).toHaveProperty('AccessToken')
})

test('takes the name in any letter case', async () => {
  const ConfirmationCode = await pool.sent(Username)
  await pool.call('ConfirmSignUp', { ClientId, Username: 'TARO@Example.com', ConfirmationCode })
  expect(await pool.user(Username)).toMatchObject({ status: 'CONFIRMED' })
})

test('refuses a wrong code and leaves the user as they were; the right one still works', async () => {
  const code = await pool.sent(Username)
  const before = await pool.user(Username)
  const wrong = { ClientId, Username, ConfirmationCode: wrongOf(code) }
  expect(await pool.refusal('ConfirmSignUp', wrong)).toEqual(mismatch)
  expect(await pool.user(Username)).toEqual(before)
  await pool.call('ConfirmSignUp', { ClientId, Username, ConfirmationCode: code })
})

test('takes the code for 24 hours', async () => {
  const ConfirmationCode = await pool.sent(Username)
  pool.wait({ hours: 24 })
  expect(await pool.refusal('ConfirmSignUp', { ClientId, Username, ConfirmationCode })).toEqual(expired)
  expect(await pool.user(Username)).toMatchObject({ status: 'UNCONFIRMED' })
})

test('takes the latest code alone', async () => {
  const first = await pool.sent(Username)
  await pool.call('ResendConfirmationCode', { ClientId, Username })
  const latest = await pool.sent(Username)
  if (first !== latest) {
    const answer = { ClientId, Username, ConfirmationCode: first }
    expect(await pool.refusal('ConfirmSignUp', answer)).toEqual(mismatch)
  }
  await pool.call('ConfirmSignUp', { ClientId, Username, ConfirmationCode: latest })
})

test('of many same answers at once takes one', async () => {
  const answer = { ClientId, Username, ConfirmationCode: await pool.sent(Username) }
  const answers = await Promise.all(Array.from({ length: 10 }, () => pool.attempt('ConfirmSignUp', answer)))
  expect(answers.filter((found) => found === 'ok')).toHaveLength(1)
})

test('refuses a user who is confirmed already', async () => {
  const answer = { ClientId, Username, ConfirmationCode: await pool.sent(Username) }
  await pool.call('ConfirmSignUp', answer)
  expect(await pool.refusal('ConfirmSignUp', answer)).toEqual(
    refused('NotAuthorized', 'User cannot be confirmed. Current status is CONFIRMED'),
  )
})

test('may be tried 15 times an hour, under whatever letter case', async () => {
  const code = await pool.sent(Username)
  const ConfirmationCode = wrongOf(code)
  for (let count = 0; count < 15; count += 1) {
    const name = count % 2 ? Username : Username.toUpperCase()
    expect(await pool.refusal('ConfirmSignUp', { ClientId, Username: name, ConfirmationCode })).toEqual(
      mismatch,
    )
  }
  const right = { ClientId, Username, ConfirmationCode: code }
  expect(await pool.refusal('ConfirmSignUp', right)).toEqual(
    refused('LimitExceeded', 'Attempt limit exceeded, please try after some time.'),
  )
  pool.wait({ hours: 1 })
  expect(await pool.call('ConfirmSignUp', right)).toEqual({})
})

describe('somebody who does not exist', () => {
  const answer = { Username: 'nobody@example.com', ConfirmationCode: '123456' }

  test('is refused like a wrong code', async () => {
    expect(await pool.refusal('ConfirmSignUp', { ClientId, ...answer })).toEqual(mismatch)
  })

  test('is named as such where the client does not hide who exists', async () => {
    const open = await pool.client({ PreventUserExistenceErrors: 'LEGACY' })
    expect(await pool.refusal('ConfirmSignUp', { ClientId: open.ClientId, ...answer })).toEqual(
      refused('UserNotFound', 'Username/client id combination not found.'),
    )
  })
})

test('a client with a secret must prove that it knows it', async () => {
  const client = await pool.client({ GenerateSecret: true })
  const answer = { ClientId: client.ClientId, Username, ConfirmationCode: await pool.sent(Username) }
  expect(await pool.refusal('ConfirmSignUp', answer)).toEqual(
    refused(
      'NotAuthorized',
      `Client ${client.ClientId} is configured with secret but SECRET_HASH was not received`,
    ),
  )
  expect(await pool.refusal('ConfirmSignUp', { ...answer, SecretHash: client.secretHash('other') })).toEqual(
    refused('NotAuthorized', `Unable to verify secret hash for client ${client.ClientId}`),
  )
  await pool.call('ConfirmSignUp', { ...answer, SecretHash: client.secretHash(Username) })
})

test('refuses to verify an alias that another user took in between, and keeps the code', async () => {
  pool = await testPool({ UsernameAttributes: [], AliasAttributes: ['email'] })
  ClientId = pool.clientId
  const UserAttributes = [{ Name: 'email', Value: 'shared@example.com' }]
  await pool.call('SignUp', { ClientId, Username: 'first', Password, UserAttributes })
  const first = await pool.sent('shared@example.com')
  await pool.call('SignUp', { ClientId, Username: 'second', Password, UserAttributes })
  const second = await pool.sent('shared@example.com')
  await pool.call('ConfirmSignUp', { ClientId, Username: 'first', ConfirmationCode: first })
  const answer = { ClientId, Username: 'second', ConfirmationCode: second }
  const taken = refused('AliasExists', 'An account with the email already exists.')
  expect(await pool.refusal('ConfirmSignUp', answer)).toEqual(taken)
  expect(await pool.user('second')).toMatchObject({ status: 'UNCONFIRMED' })
  await pool.call('AdminDeleteUser', { UserPoolId: pool.userPoolId, Username: 'first' })
  expect(await pool.call('ConfirmSignUp', answer)).toEqual({})
})

test('verifies the address that the code was sent to, not one that took its place', async () => {
  const ConfirmationCode = await pool.sent(Username)
  await pool.call('AdminUpdateUserAttributes', {
    UserPoolId: pool.userPoolId,
    Username,
    UserAttributes: [{ Name: 'email', Value: 'other@example.com' }],
  })
  const answer = { ClientId, Username: 'other@example.com', ConfirmationCode }
  expect(await pool.refusal('ConfirmSignUp', answer)).toEqual(expired)
  await pool.call('ResendConfirmationCode', { ClientId, Username: 'other@example.com' })
  await pool.call('ConfirmSignUp', { ...answer, ConfirmationCode: await pool.sent('other@example.com') })
})
