import { describe, expect, test } from 'vitest'
import { testPool } from '../test-pool.ts'

const email = 'hanako@example.com'
const password = 'Genkan-2026'
const phone = '+819012345678'

/** A pool with both kinds of sent codes, and a user with both addresses. */
async function poolWithCodes(enabled: 'EmailMfaSettings' | 'SMSMfaSettings' | 'both') {
  const pool = await testPool()
  await pool.confirmedUser(email)
  const user = { UserPoolId: pool.userPoolId, Username: email }
  await pool.call('SetUserPoolMfaConfig', {
    UserPoolId: pool.userPoolId,
    MfaConfiguration: 'OPTIONAL',
    SmsMfaConfiguration: {},
    EmailMfaConfiguration: {},
  })
  await pool.call('AdminUpdateUserAttributes', {
    ...user,
    UserAttributes: [
      { Name: 'phone_number', Value: phone },
      { Name: 'phone_number_verified', Value: 'true' },
    ],
  })
  const on = { Enabled: true }
  await pool.call('AdminSetUserMFAPreference', {
    ...user,
    ...(enabled !== 'SMSMfaSettings' && { EmailMfaSettings: on }),
    ...(enabled !== 'EmailMfaSettings' && { SMSMfaSettings: on }),
  })
  return pool
}

describe.each([
  ['EMAIL_OTP', 'EMAIL_OTP_CODE', 'EmailMfaSettings', email, 'EMAIL', 'h***@e***'],
  ['SMS_MFA', 'SMS_MFA_CODE', 'SMSMfaSettings', phone, 'SMS', '+********5678'],
] as const)('%s', (ChallengeName, parameter, setting, address, medium, masked) => {
  test('sends a code, says where to, and takes it once', async () => {
    const { clientId: ClientId, ...pool } = await poolWithCodes(setting)
    const { Session, ...question } = await pool.signInByPassword(email, password)
    expect(question).toMatchObject({
      ChallengeName,
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: medium,
        CODE_DELIVERY_DESTINATION: masked,
      },
    })
    const answer = (code: string) => ({
      ClientId,
      ChallengeName,
      Session,
      ChallengeResponses: { USERNAME: email, [parameter]: code },
    })
    const code = await pool.sent(address)
    expect(await pool.refusal('RespondToAuthChallenge', answer(code === '000000' ? '1' : '000000'))).toEqual({
      name: 'CodeMismatchException',
      message: 'Invalid code or auth state for the user.',
    })
    expect(await pool.call('RespondToAuthChallenge', answer(code))).toHaveProperty(
      'AuthenticationResult.IdToken',
    )
    expect(await pool.refusal('RespondToAuthChallenge', answer(code))).toEqual({
      name: 'NotAuthorizedException',
      message: 'Invalid session for the user, session can only be used once.',
    })
  })
})

describe('with two second factors', () => {
  test('the user chooses, and only what is theirs can be chosen', async () => {
    const { clientId: ClientId, ...pool } = await poolWithCodes('both')
    const { Session, ...question } = await pool.signInByPassword(email, password)
    expect(question).toMatchObject({
      ChallengeName: 'SELECT_MFA_TYPE',
      ChallengeParameters: { MFAS_CAN_CHOOSE: '["SMS_MFA","EMAIL_OTP"]' },
    })
    const choose = (ANSWER: string) => ({
      ClientId,
      ChallengeName: 'SELECT_MFA_TYPE' as const,
      Session,
      ChallengeResponses: { USERNAME: email, ANSWER },
    })
    expect(await pool.refusal('RespondToAuthChallenge', choose('SOFTWARE_TOKEN_MFA'))).toMatchObject({
      name: 'MFAMethodNotFoundException',
    })
    expect(await pool.call('RespondToAuthChallenge', choose('EMAIL_OTP'))).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
    })
  })

  test('the preferred one is asked for at once', async () => {
    const pool = await poolWithCodes('both')
    await pool.call('AdminSetUserMFAPreference', {
      UserPoolId: pool.userPoolId,
      Username: email,
      SMSMfaSettings: { Enabled: true, PreferredMfa: true },
    })
    expect(await pool.signInByPassword(email, password)).toMatchObject({ ChallengeName: 'SMS_MFA' })
    const user = await pool.call('AdminGetUser', { UserPoolId: pool.userPoolId, Username: email })
    expect(user).toMatchObject({
      PreferredMfaSetting: 'SMS_MFA',
      UserMFASettingList: ['EMAIL_OTP', 'SMS_MFA'],
    })
  })
})

test('where the pool requires a second factor, an e-mail address is set up by its code', async () => {
  const pool = await testPool({ UsernameAttributes: undefined, AutoVerifiedAttributes: undefined })
  const user = { UserPoolId: pool.userPoolId, Username: 'hanako' }
  await pool.call('AdminCreateUser', { ...user, MessageAction: 'SUPPRESS' })
  await pool.call('AdminSetUserPassword', { ...user, Password: password, Permanent: true })
  await pool.call('SetUserPoolMfaConfig', {
    UserPoolId: pool.userPoolId,
    MfaConfiguration: 'ON',
    EmailMfaConfiguration: {},
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  const question = await pool.signInByPassword('hanako', password)
  expect(question.ChallengeParameters?.MFAS_CAN_SETUP).toBe('["EMAIL_OTP","SOFTWARE_TOKEN_MFA"]')
  const answer = { ClientId: pool.clientId, ChallengeResponses: { USERNAME: 'hanako', EMAIL: email } }
  const sent = await pool.call('RespondToAuthChallenge', {
    ...answer,
    ChallengeName: 'MFA_SETUP',
    Session: question.Session,
  })
  expect(sent).toMatchObject({ ChallengeName: 'EMAIL_OTP' })
  const done = await pool.call('RespondToAuthChallenge', {
    ClientId: pool.clientId,
    ChallengeName: 'EMAIL_OTP',
    Session: sent.Session,
    ChallengeResponses: { USERNAME: 'hanako', EMAIL_OTP_CODE: await pool.sent(email) },
  })
  expect(done).toHaveProperty('AuthenticationResult.AccessToken')
  expect(await pool.call('AdminGetUser', user)).toMatchObject({ UserMFASettingList: ['EMAIL_OTP'] })
})
