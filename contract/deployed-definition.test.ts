import { type RunningLocalUserPool, startLocalUserPool } from '@genkan/local-user-pool'
import {
  confirmResetPassword,
  confirmSignIn,
  confirmSignUp,
  confirmUserAttribute,
  fetchAuthSession,
  fetchUserAttributes,
  resetPassword,
  setUpTOTP,
  signIn,
  signOut,
  signUp,
  updateMFAPreference,
  updateUserAttribute,
  verifyTOTPSetup,
} from 'aws-amplify/auth'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entranceTemplate } from '../infra/src/template.ts'
import { configure, type Device } from './amplify/amplify.ts'
import { newEmail } from './people.ts'
import { latestSecret, present } from './target.ts'

let pool: RunningLocalUserPool
let offset = 0
let device: Device

beforeAll(async () => {
  const template = await entranceTemplate()
  pool = await startLocalUserPool({ port: 0, definition: { template }, clock: () => Date.now() + offset })
  const [users] = (await pool.deployment).pools
  const { userPoolId, clients } = present(users)
  device = configure({ userPoolId, clientId: present(clients[0]).clientId, endpoint: pool.url })
})
afterAll(() => pool.close())

const password = 'correct-horse-battery'

test('the local pool does what the deployed definition says, but for the words of messages and the plan', async () => {
  const { differences } = await pool.deployment
  expect(differences.filter(({ at }) => !/(Message|Subject|UserPoolTier)$/.test(at))).toEqual([])
})

describe('somebody', () => {
  const username = newEmail()

  test('signs up with a password of length alone, and confirms the address', async () => {
    const attributes = { email: username, name: '山田 花子' }
    await expect(
      signUp({ username, password: 'Short-2026', options: { userAttributes: attributes } }),
    ).rejects.toMatchObject({ name: 'InvalidPasswordException' })
    await signUp({ username, password, options: { userAttributes: attributes } })
    await confirmSignUp({ username, confirmationCode: await latestSecret(pool, username) })
  })

  test('signs in by SRP, in any letter case, and is refused with a wrong password', async () => {
    await expect(signIn({ username, password: 'wrong-horse-battery' })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    })
    const { isSignedIn } = await signIn({ username: username.toUpperCase(), password })
    expect(isSignedIn).toBe(true)
    expect(await fetchUserAttributes()).toMatchObject({ email: username, name: '山田 花子' })
  })

  test('stays signed in with tokens of a quarter of an hour, and another refresh token each time', async () => {
    const { tokens } = await fetchAuthSession()
    const { exp = 0, iat = 0 } = present(tokens).accessToken.payload
    expect(exp - iat).toBe(15 * 60)
    const first = device.refreshToken()
    const renewed = await fetchAuthSession({ forceRefresh: true })
    expect(renewed.tokens?.accessToken.payload.jti).not.toBe(tokens?.accessToken.payload.jti)
    expect(device.refreshToken()).not.toBe(first)
  })

  test('changes the address, which signs in once its code is answered, and back', async () => {
    const attribute = { userAttributeKey: 'email' } as const
    const other = newEmail()
    for (const [before, after] of [
      [username, other],
      [other, username],
    ] as const) {
      await updateUserAttribute({ userAttribute: { attributeKey: 'email', value: after } })
      expect(await fetchUserAttributes()).toMatchObject({ email: before, email_verified: 'true' })
      await confirmUserAttribute({ ...attribute, confirmationCode: await latestSecret(pool, after) })
      expect(await fetchUserAttributes()).toMatchObject({ email: after, email_verified: 'true' })
      await signOut()
      await expect(signIn({ username: before, password })).rejects.toMatchObject({
        name: 'NotAuthorizedException',
      })
      expect(await signIn({ username: after, password })).toMatchObject({ isSignedIn: true })
    }
  })

  test('adds an authenticator app, and is asked for it from then on', async () => {
    const { sharedSecret } = await setUpTOTP()
    const totp = new TOTP({ secret: sharedSecret })
    const code = () => totp.generate({ timestamp: Date.now() + offset })
    await verifyTOTPSetup({ code: code() })
    await updateMFAPreference({ totp: 'PREFERRED' })
    await signOut()
    const { nextStep } = await signIn({ username, password })
    expect(nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_TOTP_CODE')
    // A code is good once.
    offset += 60_000
    expect(await confirmSignIn({ challengeResponse: code() })).toMatchObject({ isSignedIn: true })
    await updateMFAPreference({ totp: 'DISABLED' })
  })

  test('signs out, and comes back with a new password', async () => {
    await signOut()
    await resetPassword({ username })
    const confirmationCode = await latestSecret(pool, username)
    await confirmResetPassword({ username, confirmationCode, newPassword: `${password}-2` })
    expect(await signIn({ username, password: `${password}-2` })).toMatchObject({ isSignedIn: true })
    await signOut()
  })
})

test('nobody is told who has an account', async () => {
  for (const username of [newEmail(), newEmail()]) {
    await expect(signIn({ username, password })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    })
  }
})
