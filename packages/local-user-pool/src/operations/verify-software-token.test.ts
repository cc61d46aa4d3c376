import { TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { testPassword, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'

/** Somebody signed in who was given the secret of an app. */
async function associated() {
  const pool = await testPool()
  await pool.confirmedUser(email)
  await pool.call('SetUserPoolMfaConfig', {
    UserPoolId: pool.userPoolId,
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  const { AccessToken } = await pool.tokens(email, testPassword)
  const { SecretCode: secret = '' } = await pool.call('AssociateSoftwareToken', { AccessToken })
  return { ...pool, AccessToken, code: () => new TOTP({ secret }).generate({ timestamp: pool.now() }) }
}

test('accepts the first code; the app may be turned on after it', async () => {
  const { call, AccessToken, code } = await associated()
  expect(await call('VerifySoftwareToken', { AccessToken, UserCode: code() })).toEqual({ Status: 'SUCCESS' })
  await call('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings: { Enabled: true } })
  expect(await call('GetUser', { AccessToken })).toMatchObject({ UserMFASettingList: ['SOFTWARE_TOKEN_MFA'] })
})

test('refuses a wrong code, and the right one works after it', async () => {
  const { call, refusal, AccessToken, code } = await associated()
  const UserCode = code() === '000000' ? '000001' : '000000'
  expect(await refusal('VerifySoftwareToken', { AccessToken, UserCode })).toEqual({
    name: 'EnableSoftwareTokenMFAException',
    message: 'Code mismatch',
  })
  await call('VerifySoftwareToken', { AccessToken, UserCode: code() })
})

test('verifies nothing that was not associated, and nothing twice', async () => {
  const { call, refusal, AccessToken, code } = await associated()
  await call('VerifySoftwareToken', { AccessToken, UserCode: code() })
  expect(await refusal('VerifySoftwareToken', { AccessToken, UserCode: code() })).toMatchObject({
    name: 'SoftwareTokenMFANotFoundException',
  })
})

test('says what is wrong with something that is no code', async () => {
  const { refusal, AccessToken } = await associated()
  expect(await refusal('VerifySoftwareToken', { AccessToken, UserCode: '12345' })).toEqual({
    name: 'InvalidParameterException',
    message:
      "1 validation error detected: Value at 'userCode' failed to satisfy constraint: Member must have length greater than or equal to 6",
  })
})
