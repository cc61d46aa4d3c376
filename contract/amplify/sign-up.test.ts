import { AdminGetUserCommand } from '@aws-sdk/client-cognito-identity-provider'
import { autoSignIn, confirmSignUp, resendSignUpCode, signIn, signOut, signUp } from 'aws-amplify/auth'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { confirmedUser, goodPassword, newEmail } from '../people.ts'
import { startTarget, type Target } from '../target.ts'
import { configure } from './amplify.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
  configure(target)
})
afterEach(() => signOut())
afterAll(() => target.close())

test('signs up, confirms and is signed in without the password being typed again', async () => {
  const username = newEmail()
  const { isSignUpComplete, nextStep, userId } = await signUp({
    username,
    password: goodPassword,
    options: { userAttributes: { email: username, name: '山田 花子' }, autoSignIn: true },
  })
  expect({ isSignUpComplete, nextStep }).toEqual({
    isSignUpComplete: false,
    nextStep: {
      signUpStep: 'CONFIRM_SIGN_UP',
      codeDeliveryDetails: {
        attributeName: 'email',
        deliveryMedium: 'EMAIL',
        destination: `${username.charAt(0)}***@e***`,
      },
    },
  })
  const confirmationCode = await target.sent(username)
  const confirmed = await confirmSignUp({ username, confirmationCode })
  expect(confirmed.nextStep).toEqual({ signUpStep: 'COMPLETE_AUTO_SIGN_IN' })
  expect(await autoSignIn()).toMatchObject({ isSignedIn: true, nextStep: { signInStep: 'DONE' } })

  const { UserStatus, Username } = await target.admin.send(
    new AdminGetUserCommand({ UserPoolId: target.userPoolId, Username: username }),
  )
  expect({ UserStatus, Username }).toEqual({ UserStatus: 'CONFIRMED', Username: userId })
})

test('confirms by a code that was sent again', async () => {
  const username = newEmail()
  await signUp({ username, password: goodPassword })
  const { deliveryMedium, destination } = await resendSignUpCode({ username })
  expect({ deliveryMedium, destination }).toEqual({
    deliveryMedium: 'EMAIL',
    destination: `${username.charAt(0)}***@e***`,
  })
  const { isSignUpComplete } = await confirmSignUp({
    username,
    confirmationCode: await target.sent(username),
  })
  expect(isSignUpComplete).toBe(true)
})

test('leads somebody who has not confirmed yet from sign-in to confirmation', async () => {
  const username = newEmail()
  await signUp({ username, password: goodPassword })
  expect(await signIn({ username, password: goodPassword })).toEqual({
    isSignedIn: false,
    nextStep: { signInStep: 'CONFIRM_SIGN_UP' },
  })
  await confirmSignUp({ username, confirmationCode: await target.sent(username) })
  expect(await signIn({ username, password: goodPassword })).toMatchObject({ isSignedIn: true })
})

test('throws what a page tells apart by its name', async () => {
  const { email } = await confirmedUser(target)
  await expect(signUp({ username: email, password: goodPassword })).rejects.toMatchObject({
    name: 'UsernameExistsException',
    message: 'An account with the given email already exists.',
  })
  await expect(signUp({ username: newEmail(), password: 'lowercase-2026' })).rejects.toMatchObject({
    name: 'InvalidPasswordException',
    message: 'Password did not conform with policy: Password must have uppercase characters',
  })
  const username = newEmail()
  await signUp({ username, password: goodPassword })
  await expect(confirmSignUp({ username, confirmationCode: 'no-code' })).rejects.toMatchObject({
    name: 'CodeMismatchException',
    message: 'Invalid verification code provided, please try again.',
  })
  target.moveClock({ hours: 24 })
  const confirmationCode = await target.sent(username)
  await expect(confirmSignUp({ username, confirmationCode })).rejects.toMatchObject({
    name: 'ExpiredCodeException',
  })
})
