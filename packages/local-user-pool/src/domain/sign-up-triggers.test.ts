import { beforeEach, expect, test } from 'vitest'
import { refused, type TestPool, testPassword, testPool } from '../test-pool.ts'
import type { TriggerEvent, Triggers } from './trigger-events.ts'

const email = 'hanako@example.com'
const phone = '+819012345678'

let preSignUp: (event: TriggerEvent<'PreSignUp'>) => TriggerEvent<'PreSignUp'>
let heard: TriggerEvent<'PreSignUp' | 'PostConfirmation'>[]
const triggers: Triggers = {
  PreSignUp(event) {
    heard.push(structuredClone(event))
    return preSignUp(event)
  },
  PostConfirmation(event) {
    heard.push(structuredClone(event))
    return event
  },
}

const poolWith = async (userPool: object = {}, client: object = {}): Promise<TestPool> => {
  heard = []
  return testPool(userPool, client, { triggers })
}
beforeEach(() => {
  preSignUp = (event) => event
})

const answering = (response: TriggerEvent<'PreSignUp'>['response']) => {
  preSignUp = (event) => ({ ...event, response })
}
const signUp = ({ clientId: ClientId }: TestPool, more: object = {}) => ({
  ClientId,
  Username: email,
  Password: testPassword,
  ...more,
})

test('PreSignUp is told who wants to become a user, before they are one', async () => {
  const pool = await poolWith()
  const { UserSub } = await pool.call('SignUp', {
    ...signUp(pool),
    ValidationData: [{ Name: 'invitation', Value: 'abc' }],
    ClientMetadata: { from: 'tests' },
  })
  expect(heard).toMatchObject([
    {
      triggerSource: 'PreSignUp_SignUp',
      userName: UserSub,
      request: { validationData: { invitation: 'abc' }, clientMetadata: { from: 'tests' } },
      response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
    },
  ])
  expect(heard[0]?.request.userAttributes).toEqual({ email })
})

test('who is refused by PreSignUp is no user', async () => {
  const pool = await poolWith()
  preSignUp = () => {
    throw new Error('Only from example.org')
  }
  expect(await pool.refusal('SignUp', signUp(pool))).toEqual(
    refused('UserLambdaValidation', 'PreSignUp failed with error Only from example.org.'),
  )
  const who = { UserPoolId: pool.userPoolId, Username: email }
  expect(await pool.refusal('AdminGetUser', who)).toEqual(refused('UserNotFound', 'User does not exist.'))
})

test('who is confirmed by PreSignUp needs no code, and PostConfirmation is told', async () => {
  const pool = await poolWith({}, { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH'] })
  answering({ autoConfirmUser: true, autoVerifyEmail: true })
  const input = { ...signUp(pool), ClientMetadata: { from: 'tests' } }
  expect(await pool.call('SignUp', input)).toEqual({ UserConfirmed: true, UserSub: expect.any(String) })
  expect(await pool.user(email)).toMatchObject({
    status: 'CONFIRMED',
    attributes: { email_verified: 'true' },
  })
  expect(await pool.sent(email)).toBe('')
  expect(heard[1]).toMatchObject({
    triggerSource: 'PostConfirmation_ConfirmSignUp',
    request: {
      userAttributes: { email, email_verified: 'true', 'cognito:user_status': 'CONFIRMED' },
      clientMetadata: { from: 'tests' },
    },
  })
  expect(await pool.signInByPassword(email, testPassword)).toHaveProperty('AuthenticationResult')
})

test('PreSignUp verifies a phone number, and nothing that is not there', async () => {
  const pool = await poolWith()
  answering({ autoVerifyPhone: true })
  expect(await pool.refusal('SignUp', signUp(pool))).toEqual(
    refused('InvalidLambdaResponse', 'The user has no phone_number that could be verified.'),
  )
  await pool.call('SignUp', signUp(pool, { UserAttributes: [{ Name: 'phone_number', Value: phone }] }))
  expect(await pool.user(email)).toMatchObject({
    status: 'UNCONFIRMED',
    attributes: { phone_number_verified: 'true' },
  })
})

test('a decision that is neither yes nor no is none', async () => {
  const pool = await poolWith()
  answering({ autoConfirmUser: 'yes' as never })
  expect(await pool.refusal('SignUp', signUp(pool))).toEqual(
    refused('InvalidLambdaResponse', 'Unrecognizable lambda output'),
  )
})

test('PreSignUp may refuse an administrator, and decides nothing else then', async () => {
  const pool = await poolWith()
  answering({ autoConfirmUser: true, autoVerifyEmail: true })
  const input = {
    UserPoolId: pool.userPoolId,
    Username: email,
    ValidationData: [{ Name: 'by', Value: 'admin' }],
  }
  const { User } = await pool.call('AdminCreateUser', input)
  expect(heard).toMatchObject([
    {
      triggerSource: 'PreSignUp_AdminCreateUser',
      userName: User?.Username,
      callerContext: { clientId: 'CLIENT_ID_NOT_APPLICABLE' },
      request: { userAttributes: { email }, validationData: { by: 'admin' } },
    },
  ])
  const user = await pool.user(email)
  expect(user.status).toBe('FORCE_CHANGE_PASSWORD')
  expect(user.attributes).not.toHaveProperty('email_verified')
  await pool.call('AdminCreateUser', { ...input, MessageAction: 'RESEND' })
  expect(heard).toHaveLength(1)
  preSignUp = () => {
    throw new Error('no')
  }
  expect(await pool.refusal('AdminCreateUser', { ...input, Username: 'taro@example.com' })).toEqual(
    refused('UserLambdaValidation', 'PreSignUp failed with error no.'),
  )
})

test('PostConfirmation is told of a code that was right, by whomever it was confirmed', async () => {
  const pool = await poolWith()
  await pool.call('SignUp', signUp(pool))
  const code = { ClientId: pool.clientId, Username: email, ConfirmationCode: await pool.sent(email) }
  await pool.call('ConfirmSignUp', { ...code, ClientMetadata: { from: 'tests' } })
  await pool.call('SignUp', { ...signUp(pool), Username: 'taro@example.com' })
  await pool.call('AdminConfirmSignUp', { UserPoolId: pool.userPoolId, Username: 'taro@example.com' })
  const confirmations = heard.filter(({ triggerSource }) => triggerSource.startsWith('PostConfirmation'))
  expect(confirmations).toMatchObject([
    {
      triggerSource: 'PostConfirmation_ConfirmSignUp',
      callerContext: { clientId: pool.clientId },
      request: { userAttributes: { email, email_verified: 'true' }, clientMetadata: { from: 'tests' } },
      response: {},
    },
    {
      triggerSource: 'PostConfirmation_ConfirmSignUp',
      callerContext: { clientId: 'CLIENT_ID_NOT_APPLICABLE' },
      request: { userAttributes: { email: 'taro@example.com', 'cognito:user_status': 'CONFIRMED' } },
    },
  ])
})

test('PostConfirmation is told of a password that was set by a code', async () => {
  const pool = await poolWith()
  await pool.confirmedUser(email)
  heard = []
  await pool.call('ForgotPassword', { ClientId: pool.clientId, Username: email })
  await pool.call('ConfirmForgotPassword', {
    ClientId: pool.clientId,
    Username: email,
    ConfirmationCode: await pool.sent(email),
    Password: 'Other-2026',
    ClientMetadata: { from: 'tests' },
  })
  expect(heard).toMatchObject([
    {
      triggerSource: 'PostConfirmation_ConfirmForgotPassword',
      request: { userAttributes: { email }, clientMetadata: { from: 'tests' } },
    },
  ])
})

test('who is confirmed stays so, whatever PostConfirmation throws', async () => {
  const failing: Triggers = {
    PostConfirmation() {
      throw new Error('the database is away')
    },
  }
  const pool = await testPool({}, {}, { triggers: failing })
  await pool.call('SignUp', signUp(pool))
  const code = { ClientId: pool.clientId, Username: email, ConfirmationCode: await pool.sent(email) }
  expect(await pool.refusal('ConfirmSignUp', code)).toEqual(
    refused('UserLambdaValidation', 'PostConfirmation failed with error the database is away.'),
  )
  expect(await pool.user(email)).toMatchObject({ status: 'CONFIRMED' })
})
