import { TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { personAt } from '../../test-managed-login.ts'
import { oauthPool } from '../../test-oauth.ts'
import { testPassword } from '../../test-pool.ts'

const hanako = { username: 'hanako@example.com', password: testPassword }

test('who has several second factors chooses one', async () => {
  const pool = await oauthPool(
    {},
    { SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::000000000000:role/sms', ExternalId: 'x' } },
  )
  await pool.call('AdminUpdateUserAttributes', {
    UserPoolId: pool.userPoolId,
    Username: hanako.username,
    UserAttributes: [
      { Name: 'phone_number', Value: '+819012345678' },
      { Name: 'phone_number_verified', Value: 'true' },
    ],
  })
  await pool.call('SetUserPoolMfaConfig', {
    UserPoolId: pool.userPoolId,
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
    SmsMfaConfiguration: { SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::000000000000:role/sms' } },
  })
  const { AccessToken } = await pool.tokens(hanako.username)
  const { SecretCode: secret = '' } = await pool.call('AssociateSoftwareToken', { AccessToken })
  const code = () => new TOTP({ secret }).generate({ timestamp: pool.now() })
  await pool.call('VerifySoftwareToken', { AccessToken, UserCode: code() })
  await pool.call('AdminSetUserMFAPreference', {
    UserPoolId: pool.userPoolId,
    Username: hanako.username,
    SMSMfaSettings: { Enabled: true },
    SoftwareTokenMfaSettings: { Enabled: true },
  })

  const choosing = await (await personAt(pool)).send(hanako)
  expect(choosing.title).toBe('Choose how to verify')
  expect(choosing.page).toContain('Authenticator app')
  const bySms = await choosing.send({ answer: 'SMS_MFA' })
  expect(bySms.page).toContain('We sent a verification code to +********5678 by text message.')
  expect((await bySms.send({ code: await pool.sent('+819012345678') })).code).toBeDefined()

  const again = await (await personAt(pool)).send(hanako)
  const byApp = await again.send({ answer: 'SOFTWARE_TOKEN_MFA' })
  pool.wait({ seconds: 30 })
  expect((await byApp.send({ code: code() })).code).toBeDefined()
})
