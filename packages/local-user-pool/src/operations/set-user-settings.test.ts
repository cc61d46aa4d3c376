import { describe, expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'
const sms = { DeliveryMedium: 'SMS', AttributeName: 'phone_number' } as const

/** Somebody signed in who has a verified phone number. */
async function signedIn() {
  const pool = await testPool()
  const { userPoolId: UserPoolId, call } = pool
  await pool.confirmedUser(email)
  await call('SetUserPoolMfaConfig', { UserPoolId, MfaConfiguration: 'OPTIONAL', SmsMfaConfiguration: {} })
  const UserAttributes = [
    { Name: 'phone_number', Value: '+819012345678' },
    { Name: 'phone_number_verified', Value: 'true' },
  ]
  await call('AdminUpdateUserAttributes', { UserPoolId, Username: email, UserAttributes })
  const { AccessToken } = await pool.tokens(email)
  return { ...pool, AccessToken }
}

test('turns codes by text message on and off', async () => {
  const { call, signInByPassword, AccessToken } = await signedIn()
  await call('SetUserSettings', { AccessToken, MFAOptions: [sms] })
  expect(await signInByPassword(email, 'Genkan-2026')).toMatchObject({ ChallengeName: 'SMS_MFA' })
  await call('SetUserSettings', { AccessToken, MFAOptions: [] })
  expect(await signInByPassword(email, 'Genkan-2026')).toHaveProperty('AuthenticationResult.AccessToken')
})

describe('refuses', () => {
  test.each([
    ['e-mail', { ...sms, DeliveryMedium: 'EMAIL' }],
    ['another attribute', { ...sms, AttributeName: 'email' }],
    ['nothing in particular', {}],
  ])('%s', async (_, option) => {
    const { refusal, AccessToken } = await signedIn()
    expect(await refusal('SetUserSettings', { AccessToken, MFAOptions: [option] })).toEqual(
      refused('InvalidParameter', 'MFA options other than SMS to phone_number are not supported.'),
    )
  })

  test('a token that is none', async () => {
    const { refusal } = await signedIn()
    expect(await refusal('SetUserSettings', { AccessToken: 'a.b.c', MFAOptions: [] })).toEqual(
      refused('NotAuthorized', 'Invalid Access Token'),
    )
  })
})
