import { expect, test } from 'vitest'
import { testPassword, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'

/** Somebody signed in, in a pool that offers codes by e-mail and text message; only the e-mail address is verified. */
async function signedIn() {
  const pool = await testPool()
  await pool.confirmedUser(email)
  await pool.call('SetUserPoolMfaConfig', {
    UserPoolId: pool.userPoolId,
    MfaConfiguration: 'OPTIONAL',
    EmailMfaConfiguration: {},
    SmsMfaConfiguration: {},
  })
  const { AccessToken } = await pool.tokens(email, testPassword)
  return { ...pool, AccessToken }
}

test('turns a factor on, prefers it, and turns it off again', async () => {
  const { call, AccessToken } = await signedIn()
  await call('SetUserMFAPreference', { AccessToken, EmailMfaSettings: { Enabled: true, PreferredMfa: true } })
  expect(await call('GetUser', { AccessToken })).toMatchObject({
    UserMFASettingList: ['EMAIL_OTP'],
    PreferredMfaSetting: 'EMAIL_OTP',
  })
  await call('SetUserMFAPreference', {
    AccessToken,
    EmailMfaSettings: { PreferredMfa: false, Enabled: true },
  })
  expect(await call('GetUser', { AccessToken })).not.toHaveProperty('PreferredMfaSetting')
  await call('SetUserMFAPreference', { AccessToken, EmailMfaSettings: { Enabled: false } })
  expect(await call('GetUser', { AccessToken })).not.toHaveProperty('UserMFASettingList')
})

test('refuses a factor that the user has no verified address for', async () => {
  const { refusal, AccessToken } = await signedIn()
  expect(await refusal('SetUserMFAPreference', { AccessToken, SMSMfaSettings: { Enabled: true } })).toEqual({
    name: 'InvalidParameterException',
    message: 'User does not have delivery config set to turn on SMS_MFA',
  })
})

test('refuses two preferred ones, and changes nothing', async () => {
  const { call, refusal, AccessToken } = await signedIn()
  const preferred = { Enabled: true, PreferredMfa: true }
  const both = { EmailMfaSettings: preferred, SMSMfaSettings: preferred }
  expect(await refusal('SetUserMFAPreference', { AccessToken, ...both })).toMatchObject({
    name: 'InvalidParameterException',
  })
  expect(await call('GetUser', { AccessToken })).not.toHaveProperty('UserMFASettingList')
})
