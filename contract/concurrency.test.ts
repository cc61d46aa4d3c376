import {
  AdminGetUserCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  ListUsersCommand,
  NotAuthorizedException,
  RefreshTokenReuseException,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmedUser, goodPassword, invitedUser, newEmail } from './people.ts'
import { refusal } from './refusal.ts'
import { signInBySrp, srpAnswer, tokensOf } from './srp.ts'
import { newClient, present, startTarget, type Target } from './target.ts'
import { type Answer, post } from './wire.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
  // What is at the same time is decided by the order of arrival then, not by how fast this machine is.
  target.stopClock()
})
afterAll(() => target.close())

/** Sends the same request twenty times at once. */
const twenty = (operation: string, input: object) =>
  Promise.all(Array.from({ length: 20 }, () => post(target, operation, input)))

const ofStatus = (answers: readonly Answer[], status: number) =>
  answers.filter((answer) => answer.status === status)

const errorsOf = (answers: readonly Answer[]) =>
  new Set(ofStatus(answers, 400).map(({ headers }) => headers.get('x-amzn-errortype')))

test('gives tokens for one of twenty equal answers to a question for the password', async () => {
  const { email, password } = await confirmedUser(target)
  const answers = await twenty('RespondToAuthChallenge', await srpAnswer(target, email, password))
  expect(ofStatus(answers, 200)).toHaveLength(1)
  expect(ofStatus(answers, 400)).toHaveLength(19)
  for (const { text } of ofStatus(answers, 400)) {
    expect(text).toBe('{"__type":"NotAuthorizedException","message":"Incorrect username or password."}')
  }
  // The nineteen others are not nineteen wrong passwords.
  expect((await signInBySrp(target, email, password)).AuthenticationResult).toBeDefined()
})

test('gives tokens for one of twenty equal answers to a question for a new password', async () => {
  const { email, password } = await invitedUser(target)
  const { Session } = await signInBySrp(target, email, password)
  const answers = await twenty('RespondToAuthChallenge', {
    ClientId: target.clientId,
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session,
    ChallengeResponses: { USERNAME: email, NEW_PASSWORD: 'Chosen-2026' },
  })
  expect(ofStatus(answers, 200)).toHaveLength(1)
  expect(errorsOf(answers)).toEqual(new Set(['NotAuthorizedException:']))
  expect((await signInBySrp(target, email, 'Chosen-2026')).AuthenticationResult).toBeDefined()
})

test('confirms one of twenty equal sign-up codes', async () => {
  const { admin, clientId: ClientId, userPoolId: UserPoolId } = target
  const Username = newEmail()
  await admin.send(new SignUpCommand({ ClientId, Username, Password: goodPassword }))
  const ConfirmationCode = await target.sent(Username)
  const answers = await twenty('ConfirmSignUp', { ClientId, Username, ConfirmationCode })
  expect(ofStatus(answers, 200)).toHaveLength(1)
  expect(ofStatus(answers, 400)).toHaveLength(19)
  const { UserStatus } = await admin.send(new AdminGetUserCommand({ UserPoolId, Username }))
  expect(UserStatus).toBe('CONFIRMED')
})

test('sets a new password for one of twenty equal codes, each with a password of its own', async () => {
  const { clientId: ClientId } = target
  const { email: Username } = await confirmedUser(target)
  await post(target, 'ForgotPassword', { ClientId, Username })
  const ConfirmationCode = await target.sent(Username)
  const passwords = Array.from({ length: 20 }, (_, index) => `Chosen-2026-${index}`)
  const answers = await Promise.all(
    passwords.map((Password) =>
      post(target, 'ConfirmForgotPassword', { ClientId, Username, ConfirmationCode, Password }),
    ),
  )
  expect(ofStatus(answers, 200)).toHaveLength(1)
  const winner = present(passwords[answers.findIndex(({ status }) => status === 200)])
  expect((await signInBySrp(target, Username, winner)).AuthenticationResult).toBeDefined()
})

test('rotates a refresh token for one of twenty at once where there is no grace period', async () => {
  const clientId = await newClient(target, {
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
  })
  const { refreshToken } = await tokensOf({ ...target, clientId }, await confirmedUser(target))
  const answers = await twenty('GetTokensFromRefreshToken', {
    ClientId: clientId,
    RefreshToken: refreshToken,
  })
  expect(ofStatus(answers, 200)).toHaveLength(1)
  expect(errorsOf(answers)).toEqual(new Set(['RefreshTokenReuseException:']))
  const again = target.admin.send(
    new GetTokensFromRefreshTokenCommand({ ClientId: clientId, RefreshToken: refreshToken }),
  )
  await refusal(again, RefreshTokenReuseException)
})

test('rotates a refresh token for all of twenty at once within the grace period', async () => {
  const clientId = await newClient(target, {
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
  })
  const { refreshToken } = await tokensOf({ ...target, clientId }, await confirmedUser(target))
  const answers = await twenty('GetTokensFromRefreshToken', {
    ClientId: clientId,
    RefreshToken: refreshToken,
  })
  expect(ofStatus(answers, 200)).toHaveLength(20)
})

test('makes one user of twenty sign-ups of one address at once', async () => {
  const { admin, clientId: ClientId, userPoolId: UserPoolId } = target
  const email = newEmail()
  const spellings = Array.from({ length: 20 }, (_, index) => (index % 2 ? email : email.toUpperCase()))
  const answers = await Promise.all(
    spellings.map((Username) => post(target, 'SignUp', { ClientId, Username, Password: goodPassword })),
  )
  expect(ofStatus(answers, 200)).toHaveLength(1)
  expect(errorsOf(answers)).toEqual(new Set(['UsernameExistsException:']))
  const { Users = [] } = await admin.send(new ListUsersCommand({ UserPoolId, Filter: `email ^= "${email}"` }))
  expect(Users).toHaveLength(1)
})

test('counts twenty wrong passwords at once towards the lockout, and tells none of them more', async () => {
  const { email, password } = await confirmedUser(target)
  const attempt = (PASSWORD: string) =>
    post(target, 'InitiateAuth', {
      ClientId: target.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD },
    })
  const wrong = await Promise.all(Array.from({ length: 20 }, (_, index) => attempt(`wrong-${index}`)))
  expect(errorsOf(wrong)).toEqual(new Set(['NotAuthorizedException:']))
  expect(wrong.filter(({ text }) => text.includes('Incorrect username or password.'))).toHaveLength(5)
  expect((await attempt(password)).text).toContain('Password attempts exceeded')
})

test('refuses every token of a user who is deleted while they refresh', async () => {
  const person = await confirmedUser(target)
  const { accessToken, refreshToken } = await tokensOf(target, person)
  const [deleted, ...refreshed] = await Promise.all([
    post(target, 'DeleteUser', { AccessToken: accessToken }),
    ...Array.from({ length: 10 }, () =>
      post(target, 'GetTokensFromRefreshToken', { ClientId: target.clientId, RefreshToken: refreshToken }),
    ),
  ])
  expect(deleted.status).toBe(200)
  for (const { status } of refreshed) expect([200, 400]).toContain(status)
  for (const { text } of ofStatus(refreshed, 200)) {
    const { AuthenticationResult } = JSON.parse(text)
    const read = target.admin.send(new GetUserCommand({ AccessToken: AuthenticationResult.AccessToken }))
    await expect(read).rejects.toThrow()
  }
  const late = target.admin.send(
    new GetTokensFromRefreshTokenCommand({ ClientId: target.clientId, RefreshToken: refreshToken }),
  )
  await refusal(late, NotAuthorizedException)
})
