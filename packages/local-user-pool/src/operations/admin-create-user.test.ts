import { beforeEach, describe, expect, test } from 'vitest'
import type { Triggers } from '../domain/trigger-events.ts'
import { refused, type TestPool, testPassword, testPool } from '../test-pool.ts'

const Username = 'invited@example.com'

let pool: TestPool
let UserPoolId: string
beforeEach(async () => {
  pool = await testPool()
  UserPoolId = pool.userPoolId
})

test('makes a user with a temporary password and sends it', async () => {
  const { User } = await pool.call('AdminCreateUser', { UserPoolId, Username })
  expect(User).toMatchObject({ UserStatus: 'FORCE_CHANGE_PASSWORD', Enabled: true })
  expect(User?.Attributes).toContainEqual({ Name: 'email', Value: Username })
  const password = await pool.sent(Username)
  expect(await pool.signIn(Username, password)).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' })
})

test('makes passwords that keep the strictest policy', async () => {
  const PasswordPolicy = { MinimumLength: 99, RequireSymbols: true, RequireNumbers: true }
  pool = await testPool({ Policies: { PasswordPolicy } })
  await pool.call('AdminCreateUser', { UserPoolId: pool.userPoolId, Username })
  expect((await pool.sent(Username)).length).toBeGreaterThanOrEqual(99)
})

test('takes a temporary password that keeps the policy, and sends nothing if told so', async () => {
  const input = { UserPoolId, Username, MessageAction: 'SUPPRESS' as const }
  expect(await pool.refusal('AdminCreateUser', { ...input, TemporaryPassword: 'short' })).toEqual(
    refused('InvalidPassword', 'Password did not conform with policy: Password not long enough'),
  )
  expect((await pool.call('ListUsers', { UserPoolId })).Users).toEqual([])
  await pool.call('AdminCreateUser', { ...input, TemporaryPassword: testPassword })
  expect(await pool.sent(Username)).toBe('')
})

test('a temporary password that nobody is told is none that could be guessed, until another is sent', async () => {
  await pool.call('AdminCreateUser', { UserPoolId, Username, MessageAction: 'SUPPRESS' })
  expect((await pool.user(Username)).status).toBe('FORCE_CHANGE_PASSWORD')
  const incorrect = refused('NotAuthorized', 'Incorrect username or password.')
  for (const guess of ['', '0', testPassword]) {
    expect(await pool.signInRefusal(Username, guess)).toEqual(incorrect)
  }
  const AuthParameters = { USERNAME: Username, PASSWORD: testPassword }
  const byPassword = { ClientId: pool.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }
  expect(await pool.refusal('InitiateAuth', byPassword)).toEqual(incorrect)
  await pool.call('AdminCreateUser', { UserPoolId, Username, MessageAction: 'RESEND' })
  expect(await pool.signIn(Username, await pool.sent(Username))).toMatchObject({
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
  })
})

test('refuses a name that is taken, in any letter case', async () => {
  await pool.confirmedUser(Username)
  expect(await pool.refusal('AdminCreateUser', { UserPoolId, Username: 'INVITED@example.com' })).toEqual(
    refused('UsernameExists', 'User account already exists'),
  )
})

test('does not need the attributes that the pool requires: they are asked for later', async () => {
  pool = await testPool({ Schema: [{ Name: 'name', Required: true }] })
  await pool.call('AdminCreateUser', { UserPoolId: pool.userPoolId, Username })
})

test.each([
  [
    'sub-standard',
    'Attributes did not conform to the schema: sub-standard: Attribute does not exist in the schema.\n',
  ],
  ['phone_number', 'Invalid phone number format.'],
])('refuses the attribute %s and makes nobody', async (Name, message) => {
  const UserAttributes = [{ Name, Value: 'x' }]
  expect(await pool.refusal('AdminCreateUser', { UserPoolId, Username, UserAttributes })).toEqual(
    refused('InvalidParameter', message),
  )
  expect((await pool.call('ListUsers', { UserPoolId })).Users).toEqual([])
})

test('sends by the medium that is asked for, where the user has the address', async () => {
  const UserAttributes = [{ Name: 'phone_number', Value: '+819012345678' }]
  await pool.call('AdminCreateUser', { UserPoolId, Username, UserAttributes })
  expect(await pool.sent('+819012345678')).not.toBe('')
  await pool.call('AdminCreateUser', {
    UserPoolId,
    Username,
    MessageAction: 'RESEND',
    DesiredDeliveryMediums: ['EMAIL'],
  })
  expect(await pool.sent(Username)).not.toBe('')
})

describe('sent again, an invitation', () => {
  const resend = { Username, MessageAction: 'RESEND' as const }

  test('has a new password, and as long to come as the first had', async () => {
    await pool.call('AdminCreateUser', { UserPoolId, Username })
    const first = await pool.sent(Username)
    pool.wait({ days: 8 })
    await pool.call('AdminCreateUser', { UserPoolId, ...resend })
    const second = await pool.sent(Username)
    expect(second).not.toBe(first)
    expect(await pool.signIn(Username, second)).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' })
  })

  test('changes nothing where there are no words for it', async () => {
    let hasWords = true
    const triggers: Triggers = {
      CustomMessage(event) {
        if (!hasWords) throw new Error('no words')
        return event
      },
    }
    const pool = await testPool({}, {}, { triggers })
    const { userPoolId: UserPoolId } = pool
    await pool.call('AdminCreateUser', { UserPoolId, Username })
    const first = await pool.sent(Username)
    hasWords = false
    expect(await pool.refusal('AdminCreateUser', { UserPoolId, ...resend })).toEqual(
      refused('UserLambdaValidation', 'CustomMessage failed with error no words.'),
    )
    expect(await pool.sent(Username)).toBe(first)
    expect(await pool.signIn(Username, first)).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' })
  })

  test('is not sent to somebody who comes while it is being worded', async () => {
    let pool: TestPool | undefined
    let isAgain = false
    const triggers: Triggers = {
      async CustomMessage(event) {
        const user = { UserPoolId: event.userPoolId, Username }
        if (isAgain)
          await pool?.call('AdminSetUserPassword', { ...user, Password: testPassword, Permanent: true })
        return event
      },
    }
    pool = await testPool({}, {}, { triggers })
    const { userPoolId: UserPoolId } = pool
    await pool.call('AdminCreateUser', { UserPoolId, Username })
    isAgain = true
    expect((await pool.refusal('AdminCreateUser', { UserPoolId, ...resend })).name).toBe(
      'UnsupportedUserStateException',
    )
    expect(await pool.tokens(Username)).toHaveProperty('AccessToken')
  })

  test('is refused for nobody, and for somebody who came', async () => {
    expect(await pool.refusal('AdminCreateUser', { UserPoolId, ...resend })).toEqual(
      refused('UserNotFound', 'User does not exist.'),
    )
    await pool.confirmedUser(Username)
    expect(await pool.refusal('AdminCreateUser', { UserPoolId, ...resend })).toEqual(
      refused('UnsupportedUserState', 'Resend not possible. User status is not FORCE_CHANGE_PASSWORD.'),
    )
  })
})

test('makes a confirmed user without a password where people sign in by codes', async () => {
  const pool = await testPool({
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
  })
  const { User } = await pool.call('AdminCreateUser', {
    UserPoolId: pool.userPoolId,
    Username: 'passwordless@example.com',
  })
  expect(User).toMatchObject({ UserStatus: 'CONFIRMED' })
  expect(await pool.sent('passwordless@example.com')).toBe('')
  const invited = await pool.call('AdminCreateUser', {
    UserPoolId: pool.userPoolId,
    Username: 'invited@example.com',
    TemporaryPassword: 'Genkan-2026',
  })
  expect(invited.User).toMatchObject({ UserStatus: 'FORCE_CHANGE_PASSWORD' })
})
