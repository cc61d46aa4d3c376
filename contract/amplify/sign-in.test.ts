import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminResetUserPasswordCommand,
  AdminSetUserPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  confirmResetPassword,
  confirmSignIn,
  fetchAuthSession,
  fetchUserAttributes,
  getCurrentUser,
  resetPassword,
  signIn,
  signOut,
} from 'aws-amplify/auth'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { confirmedUser, invitedUser, newEmail } from '../people.ts'
import { locally, newClient, newUserPool, startTarget, type Target } from '../target.ts'
import { configure } from './amplify.ts'

let target: Target
/** A pool whose users must have a name, which administrators do not give them. */
let withNames: Pick<Target, 'admin' | 'endpoint' | 'userPoolId' | 'clientId'>

beforeAll(async () => {
  target = await startTarget()
  const { admin, endpoint } = target
  const userPoolId = await newUserPool(admin, {
    Schema: [
      { Name: 'email', Required: true, Mutable: true },
      { Name: 'name', Required: true, Mutable: true },
    ],
  })
  withNames = { admin, endpoint, userPoolId, clientId: await newClient({ admin, userPoolId }) }
})
afterEach(() => signOut())
afterAll(() => target.close())

test('signs in by SRP and knows who is there', async () => {
  configure(target)
  const { email, password, sub } = await confirmedUser(target)
  expect(await signIn({ username: email, password, options: { authFlowType: 'USER_SRP_AUTH' } })).toEqual({
    isSignedIn: true,
    nextStep: { signInStep: 'DONE' },
  })
  expect(await getCurrentUser()).toEqual({
    username: sub,
    userId: sub,
    signInDetails: { loginId: email, authFlowType: 'USER_SRP_AUTH' },
  })
  const { tokens, userSub } = await fetchAuthSession()
  expect(userSub).toBe(sub)
  expect(tokens?.idToken?.payload).toMatchObject({ email, 'cognito:username': sub, aud: target.clientId })
})

test('signs in by the password itself', async () => {
  configure(target)
  const { email, password } = await confirmedUser(target)
  const options = { authFlowType: 'USER_PASSWORD_AUTH' } as const
  expect(await signIn({ username: email, password, options })).toMatchObject({ isSignedIn: true })
})

test('takes the e-mail address in any letter case', async () => {
  configure(target)
  const { email, password } = await confirmedUser(target)
  expect(await signIn({ username: email.toUpperCase(), password })).toMatchObject({ isSignedIn: true })
})

test('refuses a second sign-in while somebody is signed in', async () => {
  configure(target)
  const { email, password } = await confirmedUser(target)
  await signIn({ username: email, password })
  await expect(signIn({ username: email, password })).rejects.toMatchObject({
    name: 'UserAlreadyAuthenticatedException',
  })
})

test('throws the same about a wrong password and about nobody, and stores nothing', async () => {
  const device = configure(target)
  const { email } = await confirmedUser(target)
  for (const username of [email, newEmail()]) {
    await expect(signIn({ username, password: 'Wrong-2026' })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    })
  }
  expect(await fetchAuthSession()).not.toHaveProperty('tokens.accessToken')
  expect(device.size()).toBe(0)
})

test('says that a user is disabled', async () => {
  configure(target)
  const { email, password } = await confirmedUser(target)
  await target.admin.send(new AdminDisableUserCommand({ UserPoolId: target.userPoolId, Username: email }))
  await expect(signIn({ username: email, password })).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'User is disabled.',
  })
})

locally('leads somebody whose password was reset to a new one', async () => {
  configure(target)
  const { email, password } = await confirmedUser(target)
  await target.admin.send(
    new AdminResetUserPasswordCommand({ UserPoolId: target.userPoolId, Username: email }),
  )
  expect(await signIn({ username: email, password })).toEqual({
    isSignedIn: false,
    nextStep: { signInStep: 'RESET_PASSWORD' },
  })
  await confirmResetPassword({
    username: email,
    confirmationCode: await target.sent(email),
    newPassword: 'Chosen-Anew-2026',
  })
  expect(await signIn({ username: email, password: 'Chosen-Anew-2026' })).toMatchObject({ isSignedIn: true })
})

locally('lets somebody who forgot the password choose another', async () => {
  configure(target)
  const { email, password } = await confirmedUser(target)
  expect(await resetPassword({ username: email })).toEqual({
    isPasswordReset: false,
    nextStep: {
      resetPasswordStep: 'CONFIRM_RESET_PASSWORD_WITH_CODE',
      codeDeliveryDetails: {
        attributeName: 'email',
        deliveryMedium: 'EMAIL',
        destination: `${email.charAt(0)}***@e***`,
      },
    },
  })
  const reset = { username: email, confirmationCode: await target.sent(email) }
  await expect(confirmResetPassword({ ...reset, newPassword: 'weak' })).rejects.toMatchObject({
    name: 'InvalidPasswordException',
  })
  // A password that was refused has not used up the code.
  await confirmResetPassword({ ...reset, newPassword: 'Chosen-Anew-2026' })
  await expect(signIn({ username: email, password })).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  })
  expect(await signIn({ username: email, password: 'Chosen-Anew-2026' })).toMatchObject({ isSignedIn: true })
})

test('asks an invited user for a new password and the attributes that are missing, and takes both', async () => {
  configure(withNames)
  const { email, password } = await invitedUser(withNames)
  const { nextStep } = await signIn({ username: email, password })
  expect(nextStep).toEqual({
    signInStep: 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED',
    missingAttributes: ['name'],
  })
  const challengeResponse = 'Chosen-2026'
  await expect(confirmSignIn({ challengeResponse })).rejects.toMatchObject({
    name: 'InvalidParameterException',
  })
  await expect(confirmSignIn({ challengeResponse: 'weak' })).rejects.toMatchObject({
    name: 'InvalidPasswordException',
  })
  const userAttributes = { name: '鈴木 葵' }
  expect(await confirmSignIn({ challengeResponse, options: { userAttributes } })).toEqual({
    isSignedIn: true,
    nextStep: { signInStep: 'DONE' },
  })
  expect(await fetchUserAttributes()).toMatchObject({ email, email_verified: 'true', ...userAttributes })
  await signOut()
  expect(await signIn({ username: email, password: challengeResponse })).toMatchObject({ isSignedIn: true })
})

locally('refuses a new password after the session has ended', async () => {
  configure(withNames)
  const { email, password } = await invitedUser(withNames)
  await signIn({ username: email, password })
  target.moveClock({ minutes: 4 })
  const late = confirmSignIn({
    challengeResponse: 'Chosen-2026',
    options: { userAttributes: { name: '葵' } },
  })
  await expect(late).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Invalid session for the user, session is expired.',
  })
})

locally('refuses a temporary password that is too old', async () => {
  configure(target)
  const { email, password } = await invitedUser(target)
  target.moveClock({ days: 8 })
  await expect(signIn({ username: email, password })).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Temporary password has expired and must be reset by an administrator.',
  })
})

locally('tells somebody who tried too often to wait', async () => {
  configure(target)
  const { email: username, password } = await confirmedUser(target)
  const options = { authFlowType: 'USER_PASSWORD_AUTH' } as const
  // The first lock lasts one second; this machine may take longer than that.
  target.stopClock()
  for (let failures = 0; failures < 5; failures += 1) {
    await expect(signIn({ username, password: 'wrong', options })).rejects.toThrow(
      'Incorrect username or password.',
    )
  }
  await expect(signIn({ username, password, options })).rejects.toThrow('Password attempts exceeded')
  target.moveClock({ minutes: 1 })
  expect(await signIn({ username, password })).toMatchObject({ isSignedIn: true })
})

test('signs in users whose names are not ASCII', async () => {
  const { admin, endpoint } = target
  const userPoolId = await newUserPool(admin, { UsernameAttributes: [], AutoVerifiedAttributes: [] })
  const door = { admin, endpoint, userPoolId, clientId: await newClient({ admin, userPoolId }) }
  configure(door)
  for (const username of ['山田花子', '𠮷野', 'Zoë', 'Straße', 'か\u3099']) {
    const password = 'Genkan-2026'
    await admin.send(
      new AdminCreateUserCommand({ UserPoolId: userPoolId, Username: username, MessageAction: 'SUPPRESS' }),
    )
    await admin.send(
      new AdminSetUserPasswordCommand({
        UserPoolId: userPoolId,
        Username: username,
        Password: password,
        Permanent: true,
      }),
    )
    expect(await signIn({ username, password })).toMatchObject({ isSignedIn: true })
    expect((await getCurrentUser()).username).toBe(username)
    await signOut()
  }
})
