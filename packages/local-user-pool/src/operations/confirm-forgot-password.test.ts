import { beforeEach, describe, expect, test } from 'vitest'
import { refused, type TestPool, testPassword, testPool } from '../test-pool.ts'

const Username = 'hanako@example.com'
const Password = 'Another-2026'
const mismatch = refused('CodeMismatch', 'Invalid verification code provided, please try again.')
const expired = refused('ExpiredCode', 'Invalid code provided, please request a code again.')
const wrongOf = (code: string) => (code === '000000' ? '111111' : '000000')

let pool: TestPool
let ClientId: string
let UserPoolId: string
beforeEach(async () => {
  pool = await testPool()
  ClientId = pool.clientId
  UserPoolId = pool.userPoolId
  await pool.confirmedUser(Username)
})

/** Asks for a code and makes the request that answers it. */
async function asked(username = Username) {
  await pool.call('ForgotPassword', { ClientId, Username: username })
  return { ClientId, Username: username, Password, ConfirmationCode: await pool.sent(username) }
}

test('replaces the password', async () => {
  expect(await pool.call('ConfirmForgotPassword', await asked())).toEqual({})
  expect(await pool.tokens(Username, Password)).toHaveProperty('AccessToken')
  expect(
    await pool.refusal('InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD: testPassword },
    }),
  ).toEqual(refused('NotAuthorized', 'Incorrect username or password.'))
})

test('brings a user whose password was reset back to CONFIRMED', async () => {
  await pool.call('AdminResetUserPassword', { UserPoolId, Username })
  const ConfirmationCode = await pool.sent(Username)
  await pool.call('ConfirmForgotPassword', { ClientId, Username, Password, ConfirmationCode })
  expect(await pool.user(Username)).toMatchObject({ status: 'CONFIRMED' })
})

test('ends a lockout', async () => {
  const AuthParameters = { USERNAME: Username, PASSWORD: 'Wrong-2026' }
  const wrong = { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }
  for (let count = 0; count < 5; count += 1) await pool.refusal('InitiateAuth', wrong)
  await pool.call('ConfirmForgotPassword', await asked())
  expect(await pool.tokens(Username, Password)).toHaveProperty('AccessToken')
})

test('refuses a wrong code and keeps the password; the right one still works', async () => {
  const answer = await asked()
  const wrong = { ...answer, ConfirmationCode: wrongOf(answer.ConfirmationCode) }
  expect(await pool.refusal('ConfirmForgotPassword', wrong)).toEqual(mismatch)
  expect(await pool.tokens(Username, testPassword)).toHaveProperty('AccessToken')
  await pool.call('ConfirmForgotPassword', answer)
})

test('refuses a password that breaks the policy, and keeps the code', async () => {
  const answer = await asked()
  expect(await pool.refusal('ConfirmForgotPassword', { ...answer, Password: 'short' })).toEqual(
    refused('InvalidPassword', 'Password did not conform with policy: Password not long enough'),
  )
  await pool.call('ConfirmForgotPassword', answer)
})

test('takes a code once', async () => {
  const answer = await asked()
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => pool.attempt('ConfirmForgotPassword', answer)),
  )
  expect(answers.filter((found) => found === 'ok')).toHaveLength(1)
  expect(await pool.refusal('ConfirmForgotPassword', answer)).toEqual(expired)
})

test('takes a code for an hour', async () => {
  const answer = await asked()
  pool.wait({ hours: 1 })
  expect(await pool.refusal('ConfirmForgotPassword', answer)).toEqual(expired)
})

test('takes no code where none was asked for', async () => {
  const answer = { ClientId, Username, Password, ConfirmationCode: '123456' }
  expect(await pool.refusal('ConfirmForgotPassword', answer)).toEqual(expired)
})

test('takes no code of another user, and none that was for something else', async () => {
  await pool.confirmedUser('taro@example.com')
  const mine = await asked()
  const theirs = await asked('taro@example.com')
  if (mine.ConfirmationCode !== theirs.ConfirmationCode) {
    const crossed = { ...mine, ConfirmationCode: theirs.ConfirmationCode }
    expect(await pool.refusal('ConfirmForgotPassword', crossed)).toEqual(mismatch)
  }
  const signUp = { ClientId, Username: 'new@example.com', Password }
  await pool.call('SignUp', signUp)
  await pool.call('AdminUpdateUserAttributes', {
    UserPoolId,
    Username: 'new@example.com',
    UserAttributes: [{ Name: 'email_verified', Value: 'true' }],
  })
  const ConfirmationCode = await pool.sent('new@example.com')
  expect(await pool.refusal('ConfirmForgotPassword', { ...signUp, ConfirmationCode })).toEqual(expired)
})

test('may be tried 5 times an hour', async () => {
  const answer = await asked()
  const wrong = { ...answer, ConfirmationCode: wrongOf(answer.ConfirmationCode) }
  for (let count = 0; count < 5; count += 1) await pool.refusal('ConfirmForgotPassword', wrong)
  expect(await pool.refusal('ConfirmForgotPassword', answer)).toEqual(
    refused('LimitExceeded', 'Attempt limit exceeded, please try after some time.'),
  )
  expect(await pool.tokens(Username, testPassword)).toHaveProperty('AccessToken')
  pool.wait({ hours: 1 })
  await pool.call('ConfirmForgotPassword', await asked())
})

describe('does not tell who exists, where the client hides it:', () => {
  /** The user who is there, nobody, one who is disabled, and one without a verified address. */
  const names = [Username, 'nobody@example.com', 'disabled@example.com', 'unverified@example.com']
  const answerTo = (name: string, password = Password) =>
    pool.refusal('ConfirmForgotPassword', {
      ClientId,
      Username: name,
      Password: password,
      ConfirmationCode: 'not-the-code',
    })

  beforeEach(async () => {
    for (const name of names.slice(2)) await pool.confirmedUser(name)
    await pool.call('AdminDisableUser', { UserPoolId, Username: 'disabled@example.com' })
    await pool.call('AdminDeleteUserAttributes', {
      UserPoolId,
      Username: 'unverified@example.com',
      UserAttributeNames: ['email_verified'],
    })
  })

  test('before a code is asked for, everybody’s is expired', async () => {
    for (const name of names) expect(await answerTo(name)).toEqual(expired)
  })

  test('after a code was asked for, everybody’s is wrong', async () => {
    for (const name of names) {
      await pool.call('ForgotPassword', { ClientId, Username: name })
      expect(await answerTo(name)).toEqual(mismatch)
    }
  })

  test('a bad password is refused for everybody', async () => {
    for (const name of names)
      expect(await answerTo(name, 'short')).toMatchObject({ name: 'InvalidPasswordException' })
  })
})

describe('where the client does not hide who exists', () => {
  beforeEach(async () => {
    const open = await pool.client({ PreventUserExistenceErrors: 'LEGACY' })
    ClientId = open.ClientId
  })

  test('says that nobody has the name', async () => {
    const answer = { ClientId, Username: 'nobody@example.com', Password, ConfirmationCode: '123456' }
    expect(await pool.refusal('ConfirmForgotPassword', answer)).toEqual(
      refused('UserNotFound', 'Username/client id combination not found.'),
    )
  })

  test('refuses a user who was disabled in between, and keeps the password', async () => {
    const answer = await asked()
    await pool.call('AdminDisableUser', { UserPoolId, Username })
    expect(await pool.refusal('ConfirmForgotPassword', answer)).toEqual(
      refused('NotAuthorized', 'User is disabled.'),
    )
    await pool.call('AdminEnableUser', { UserPoolId, Username })
    expect(await pool.tokens(Username, testPassword)).toHaveProperty('AccessToken')
  })
})

test('a client with a secret must prove that it knows it', async () => {
  const client = await pool.client({ GenerateSecret: true })
  const answer = { ...(await asked()), ClientId: client.ClientId }
  expect(await pool.refusal('ConfirmForgotPassword', answer)).toEqual(
    refused(
      'NotAuthorized',
      `Client ${client.ClientId} is configured with secret but SECRET_HASH was not received`,
    ),
  )
  await pool.call('ConfirmForgotPassword', { ...answer, SecretHash: client.secretHash(Username) })
})
