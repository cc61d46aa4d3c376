import { TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { refused, testPassword, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'

/** Somebody who signs in with an authenticator app. */
async function withApp() {
  const pool = await testPool()
  const UserPoolId = pool.userPoolId
  await pool.confirmedUser(email)
  const { AccessToken } = await pool.tokens(email)
  await pool.call('SetUserPoolMfaConfig', {
    UserPoolId,
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  const { SecretCode } = await pool.call('AssociateSoftwareToken', { AccessToken })
  const UserCode = new TOTP({ secret: SecretCode ?? '' }).generate({ timestamp: pool.now() })
  await pool.call('VerifySoftwareToken', { AccessToken, UserCode })
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true }
  await pool.call('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings })
  return { ...pool, UserPoolId, AccessToken }
}

test('lets in whoever has lost the app, and lets them set up another one', async () => {
  const { call, signIn, UserPoolId, AccessToken } = await withApp()
  expect(await signIn(email, testPassword)).toMatchObject({ ChallengeName: 'SOFTWARE_TOKEN_MFA' })
  await call('AdminDeleteSoftwareToken', { UserPoolId, Username: email })
  expect(await signIn(email, testPassword)).toHaveProperty('AuthenticationResult.AccessToken')
  const user = await call('GetUser', { AccessToken })
  expect(user).not.toHaveProperty('UserMFASettingList')
  expect(user).not.toHaveProperty('PreferredMfaSetting')
  expect(await call('AssociateSoftwareToken', { AccessToken })).toHaveProperty('SecretCode')
})

test('refuses a second time, and nobody', async () => {
  const { call, refusal, UserPoolId } = await withApp()
  await call('AdminDeleteSoftwareToken', { UserPoolId, Username: email })
  expect(await refusal('AdminDeleteSoftwareToken', { UserPoolId, Username: email })).toEqual(
    refused('ResourceNotFound', 'User has no software token.'),
  )
  expect(await refusal('AdminDeleteSoftwareToken', { UserPoolId, Username: 'nobody' })).toEqual(
    refused('UserNotFound', 'User does not exist.'),
  )
})
