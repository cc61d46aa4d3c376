import {
  autoSignIn,
  confirmSignIn,
  confirmSignUp,
  deleteWebAuthnCredential,
  getCurrentUser,
  listWebAuthnCredentials,
  signIn,
  signOut,
  signUp,
} from 'aws-amplify/auth'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { confirmedUser, newEmail } from '../people.ts'
import { startTarget, type Target } from '../target.ts'
import { configure } from './amplify.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget({
    userPool: {
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] } },
    },
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
  })
})
afterAll(() => target.close())
beforeEach(() => {
  configure(target)
})
afterEach(() => signOut())

const authFlowType = 'USER_AUTH' as const
const done = { isSignedIn: true, nextStep: { signInStep: 'DONE' } }

describe('lets the user choose, and goes on with', () => {
  const chosen = async (challengeResponse: string) => {
    const person = await confirmedUser(target)
    const { nextStep } = await signIn({ username: person.email, options: { authFlowType } })
    expect(nextStep).toEqual({
      signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
      availableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'],
    })
    return { ...person, step: await confirmSignIn({ challengeResponse }) }
  }

  test.each(['PASSWORD', 'PASSWORD_SRP'])('%s', async (challenge) => {
    const { step, password, sub } = await chosen(challenge)
    expect(step.nextStep).toEqual({ signInStep: 'CONFIRM_SIGN_IN_WITH_PASSWORD' })
    expect(await confirmSignIn({ challengeResponse: password })).toEqual(done)
    expect(await getCurrentUser()).toMatchObject({ userId: sub })
  })

  test('the code of an e-mail, also after a wrong one', async () => {
    const { step, email } = await chosen('EMAIL_OTP')
    expect(step.nextStep).toEqual({
      signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE',
      codeDeliveryDetails: { deliveryMedium: 'EMAIL', destination: `${email.charAt(0)}***@e***` },
    })
    const code = await target.sent(email)
    const wrong = code === '00000000' ? '00000001' : '00000000'
    await expect(confirmSignIn({ challengeResponse: wrong })).rejects.toMatchObject({
      name: 'CodeMismatchException',
    })
    expect(await confirmSignIn({ challengeResponse: code })).toEqual(done)
  })
})

describe('goes straight to the preferred challenge:', () => {
  test.each(['PASSWORD', 'PASSWORD_SRP'] as const)('%s', async (preferredChallenge) => {
    const { email: username, password } = await confirmedUser(target)
    const options = { authFlowType, preferredChallenge }
    await expect(signIn({ username, password: 'Wrong-2026', options })).rejects.toThrow(
      'Incorrect username or password.',
    )
    expect(await signIn({ username, password, options })).toEqual(done)
  })

  test('EMAIL_OTP', async () => {
    const { email: username } = await confirmedUser(target)
    const { nextStep } = await signIn({
      username,
      options: { authFlowType, preferredChallenge: 'EMAIL_OTP' },
    })
    expect(nextStep).toMatchObject({ signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE' })
    expect(await confirmSignIn({ challengeResponse: await target.sent(username) })).toEqual(done)
  })
})

test('somebody signs up without a password, and is signed in by the code that confirms it', async () => {
  const username = newEmail()
  const { nextStep } = await signUp({
    username,
    options: { userAttributes: { email: username }, autoSignIn: { authFlowType } },
  })
  expect(nextStep).toMatchObject({ signUpStep: 'CONFIRM_SIGN_UP' })
  const confirmed = await confirmSignUp({ username, confirmationCode: await target.sent(username) })
  expect(confirmed.nextStep).toEqual({ signUpStep: 'COMPLETE_AUTO_SIGN_IN' })
  expect(await autoSignIn()).toEqual(done)
  await signOut()

  expect(await signIn({ username, options: { authFlowType } })).toMatchObject({
    nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE' },
  })
  expect(await confirmSignIn({ challengeResponse: await target.sent(username) })).toEqual(done)
})

test('somebody signed in has no passkeys yet, and can delete none', async () => {
  const { email: username, password } = await confirmedUser(target)
  await signIn({ username, password, options: { authFlowType, preferredChallenge: 'PASSWORD' } })
  expect(await listWebAuthnCredentials()).toMatchObject({ credentials: [] })
  await expect(deleteWebAuthnCredential({ credentialId: 'unknown' })).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  })
})
