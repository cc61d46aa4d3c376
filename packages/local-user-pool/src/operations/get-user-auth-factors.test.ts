import { expect, test } from 'vitest'
import { choicePool, email, phone } from '../test-authenticator.ts'
import { refused } from '../test-pool.ts'

const signedIn = async (...settings: Parameters<typeof choicePool>) => {
  const pool = await choicePool(...settings)
  await pool.confirmedUser(email)
  return { ...pool, AccessToken: (await pool.tokens(email)).AccessToken }
}

test('says by what the user may sign in', async () => {
  const { call, set, registered, user, AccessToken } = await signedIn()
  const { username: Username } = await user(email)
  expect(await call('GetUserAuthFactors', { AccessToken })).toEqual({
    Username,
    ConfiguredUserAuthFactors: ['PASSWORD', 'EMAIL_OTP'],
  })
  await set({ phone_number: phone, phone_number_verified: 'true' })
  await registered(AccessToken)
  expect(await call('GetUserAuthFactors', { AccessToken })).toMatchObject({
    ConfiguredUserAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'],
  })
})

test('says nothing of what the pool does not allow', async () => {
  const { call, AccessToken } = await signedIn(['PASSWORD'])
  expect(await call('GetUserAuthFactors', { AccessToken })).toMatchObject({
    ConfiguredUserAuthFactors: ['PASSWORD'],
  })
})

test('says which second factors are on; then a password is the only first one', async () => {
  const { call, AccessToken, userPoolId } = await signedIn()
  await call('SetUserPoolMfaConfig', {
    UserPoolId: userPoolId,
    MfaConfiguration: 'OPTIONAL',
    EmailMfaConfiguration: {},
  })
  await call('SetUserMFAPreference', { AccessToken, EmailMfaSettings: { Enabled: true, PreferredMfa: true } })
  expect(await call('GetUserAuthFactors', { AccessToken })).toMatchObject({
    PreferredMfaSetting: 'EMAIL_OTP',
    UserMFASettingList: ['EMAIL_OTP'],
    ConfiguredUserAuthFactors: ['PASSWORD'],
  })
})

test('asks for the access token of somebody who is there', async () => {
  const { call, refusal, AccessToken, userPoolId } = await signedIn()
  expect(await refusal('GetUserAuthFactors', { AccessToken: 'a.b.c' })).toEqual(
    refused('NotAuthorized', 'Invalid Access Token'),
  )
  await call('AdminDeleteUser', { UserPoolId: userPoolId, Username: email })
  expect(await refusal('GetUserAuthFactors', { AccessToken })).toEqual(
    refused('UserNotFound', 'User does not exist.'),
  )
})
