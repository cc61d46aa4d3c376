import { expect, test } from 'vitest'
import type { Triggers } from '../domain/trigger-events.ts'
import { choicePool } from '../test-authenticator.ts'
import { refused, testPassword, testPool } from '../test-pool.ts'

const Username = 'hanako@example.com'

const watching = { UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } } as const
const watched = () => testPool(watching)

test('lists sign-ins and failed ones of the user, the latest first', async () => {
  const { call, confirmedUser, now, signIn, signInRefusal, wait, userPoolId: UserPoolId } = await watched()
  await confirmedUser(Username)
  await confirmedUser('taro@example.com')
  await signInRefusal(Username, 'wrong')
  wait({ minutes: 1 })
  await signIn(Username, testPassword)
  await signIn('taro@example.com', testPassword)
  const EventRisk = { RiskDecision: 'NoRisk', CompromisedCredentialsDetected: false }
  const event = { EventId: expect.any(String), EventType: 'SignIn', EventRisk }
  expect(await call('AdminListUserAuthEvents', { UserPoolId, Username })).toEqual({
    AuthEvents: [
      { ...event, EventResponse: 'Pass', CreationDate: now() / 1000 },
      { ...event, EventResponse: 'Fail', CreationDate: now() / 1000 - 60 },
    ],
  })
})

test('lists what else a user does about their account', async () => {
  const ConfirmationCode = '123456'
  const pool = await testPool(watching, {}, { fixedCode: ConfirmationCode })
  const { attempt, call, clientId: ClientId, tokens, userPoolId: UserPoolId } = pool
  const Password = testPassword
  const wrong = '654321'
  const user = { ClientId, Username }
  await call('SignUp', { ...user, Password })
  await call('ResendConfirmationCode', user)
  await attempt('ConfirmSignUp', { ...user, ConfirmationCode: wrong })
  await call('ConfirmSignUp', { ...user, ConfirmationCode })
  await call('ForgotPassword', user)
  await attempt('ConfirmForgotPassword', { ...user, Password, ConfirmationCode: wrong })
  await call('ConfirmForgotPassword', { ...user, Password, ConfirmationCode })
  const { AccessToken } = await tokens(Username)
  const change = { AccessToken, ProposedPassword: 'Another-2026' }
  await attempt('ChangePassword', { ...change, PreviousPassword: 'Wrong-2026' })
  await call('ChangePassword', { ...change, PreviousPassword: Password })
  const { AuthEvents = [] } = await call('AdminListUserAuthEvents', { UserPoolId, Username })
  const told = AuthEvents.map(({ EventType, EventResponse }) => `${EventType}: ${EventResponse}`)
  expect(told.reverse()).toEqual([
    'SignUp: InProgress',
    'ResendCode: Pass',
    'SignUp: Fail',
    'SignUp: Pass',
    'ForgotPassword: InProgress',
    'ForgotPassword: Fail',
    'ForgotPassword: Pass',
    'SignIn: Pass',
    'PasswordChange: Fail',
    'PasswordChange: Pass',
  ])
})

test('a sign-up that a trigger confirms has passed', async () => {
  const PreSignUp: Triggers['PreSignUp'] = (event) => {
    event.response.autoConfirmUser = true
    return event
  }
  const pool = await testPool(watching, {}, { triggers: { PreSignUp } })
  const { call, clientId: ClientId, userPoolId: UserPoolId } = pool
  await call('SignUp', { ClientId, Username, Password: testPassword })
  expect(await call('AdminListUserAuthEvents', { UserPoolId, Username })).toMatchObject({
    AuthEvents: [{ EventType: 'SignUp', EventResponse: 'Pass' }],
  })
})

test('a page at a time', async () => {
  const { call, confirmedUser, tokens, userPoolId: UserPoolId } = await watched()
  await confirmedUser(Username)
  for (let count = 0; count < 3; count += 1) await tokens(Username)
  const first = await call('AdminListUserAuthEvents', { UserPoolId, Username, MaxResults: 2 })
  await tokens(Username)
  const { NextToken } = first
  const rest = await call('AdminListUserAuthEvents', { UserPoolId, Username, MaxResults: 2, NextToken })
  const ids = [first, rest].flatMap(({ AuthEvents = [] }) => AuthEvents.map(({ EventId }) => EventId))
  expect(new Set(ids).size).toBe(3)
  expect(rest).not.toHaveProperty('NextToken')
})

test('a later user of the same name has none of them', async () => {
  const { call, confirmedUser, tokens, userPoolId: UserPoolId } = await watched()
  await confirmedUser(Username)
  await tokens(Username)
  await call('AdminDeleteUser', { UserPoolId, Username })
  await confirmedUser(Username)
  expect(await call('AdminListUserAuthEvents', { UserPoolId, Username })).toEqual({ AuthEvents: [] })
})

test.each(['AdminDeleteUser', 'DeleteUserPool'] as const)(
  'a passkey that is refused during %s breaks nothing',
  async (deletion) => {
    const pool = await choicePool(['PASSWORD', 'WEB_AUTHN'], {}, watching)
    const { attempt, call, userPoolId: UserPoolId } = pool
    await pool.confirmedUser(Username)
    const passkey = await pool.registered((await pool.tokens(Username)).AccessToken)
    const question = await pool.begin({ PREFERRED_CHALLENGE: 'WEB_AUTHN' }, Username)
    const options = question.ChallengeParameters?.CREDENTIAL_REQUEST_OPTIONS
    const CREDENTIAL = passkey.sign(options, { origin: 'https://evil.example' })
    const [answer] = await Promise.all([
      attempt('RespondToAuthChallenge', pool.answer(question, { CREDENTIAL })),
      call(deletion, { UserPoolId, Username }),
    ])
    expect(answer).toBe('NotAuthorizedException: The passkey could not be verified.')
  },
)

test('nothing is recorded, and the list refused, while threat protection is off', async () => {
  const { call, confirmedUser, refusal, tokens, userPoolId: UserPoolId } = await testPool()
  await confirmedUser(Username)
  await tokens(Username)
  expect(await refusal('AdminListUserAuthEvents', { UserPoolId, Username })).toEqual(
    refused('UserPoolAddOnNotEnabled', 'User pool add-ons are not enabled.'),
  )
  await call('UpdateUserPool', { UserPoolId, UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } })
  expect(await call('AdminListUserAuthEvents', { UserPoolId, Username })).toEqual({ AuthEvents: [] })
})

test('refuses nobody', async () => {
  const { refusal, userPoolId: UserPoolId } = await watched()
  expect(await refusal('AdminListUserAuthEvents', { UserPoolId, Username })).toEqual(
    refused('UserNotFound', 'User does not exist.'),
  )
})
