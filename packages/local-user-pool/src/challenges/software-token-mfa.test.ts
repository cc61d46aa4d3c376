import { TOTP } from 'otpauth'
import { beforeEach, describe, expect, test } from 'vitest'
import { type TestPool, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'
const password = 'Genkan-2026'

let pool: TestPool
beforeEach(async () => {
  pool = await testPool()
  await pool.confirmedUser(email)
  await pool.call('SetUserPoolMfaConfig', {
    UserPoolId: pool.userPoolId,
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
})

const codeOf = (secret: string) => new TOTP({ secret }).generate({ timestamp: pool.now() })

/** Sets the app up as a signed-in user does; answers its secret. */
async function withApp(): Promise<string> {
  const { AccessToken } = await pool.tokens(email, password)
  const { SecretCode = '' } = await pool.call('AssociateSoftwareToken', { AccessToken })
  await pool.call('VerifySoftwareToken', {
    AccessToken,
    UserCode: codeOf(SecretCode),
    FriendlyDeviceName: '電話',
  })
  await pool.call('SetUserMFAPreference', {
    AccessToken,
    SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
  })
  pool.wait({ seconds: 30 })
  return SecretCode
}

const answer = (Session: string, code: string) => ({
  ClientId: pool.clientId,
  ChallengeName: 'SOFTWARE_TOKEN_MFA' as const,
  Session,
  ChallengeResponses: { USERNAME: email, SOFTWARE_TOKEN_MFA_CODE: code },
})

test('the password alone gives no token; the code of the app does', async () => {
  const secret = await withApp()
  const { AuthenticationResult, ...question } = await pool.signInByPassword(email, password)
  expect(AuthenticationResult).toBeUndefined()
  expect(question).toMatchObject({
    ChallengeName: 'SOFTWARE_TOKEN_MFA',
    ChallengeParameters: { FRIENDLY_DEVICE_NAME: '電話' },
  })
  const done = await pool.call('RespondToAuthChallenge', answer(question.Session ?? '', codeOf(secret)))
  expect(done).toHaveProperty('AuthenticationResult.AccessToken')
})

describe('a code', () => {
  test('that is wrong is refused, and the right one accepted after it', async () => {
    const secret = await withApp()
    const { Session = '' } = await pool.signInByPassword(email, password)
    expect(await pool.refusal('RespondToAuthChallenge', answer(Session, '000000'))).toEqual({
      name: 'CodeMismatchException',
      message: 'Invalid code received for user',
    })
    await pool.call('RespondToAuthChallenge', answer(Session, codeOf(secret)))
  })

  test('is accepted once, also when it was setting the app up that used it', async () => {
    const secret = await withApp()
    const first = await pool.signInByPassword(email, password)
    await pool.call('RespondToAuthChallenge', answer(first.Session ?? '', codeOf(secret)))
    const second = await pool.signInByPassword(email, password)
    expect(
      await pool.refusal('RespondToAuthChallenge', answer(second.Session ?? '', codeOf(secret))),
    ).toEqual({
      name: 'ExpiredCodeException',
      message: 'Your software token has already been used once.',
    })
  })

  test('is accepted once for all sign-ins that are under way, also where they send it at the same time', async () => {
    const secret = await withApp()
    const questions = await Promise.all(
      Array.from({ length: 10 }, () => pool.signInByPassword(email, password)),
    )
    const told = await Promise.all(
      questions.map(({ Session = '' }) =>
        pool.attempt('RespondToAuthChallenge', answer(Session, codeOf(secret))),
      ),
    )
    const used = 'ExpiredCodeException: Your software token has already been used once.'
    expect(told.toSorted()).toEqual([...Array.from({ length: 9 }, () => used), 'ok'])
  })

  test('comes too late when the session has ended', async () => {
    const secret = await withApp()
    const { Session = '' } = await pool.signInByPassword(email, password)
    pool.wait({ minutes: 3 })
    expect(await pool.refusal('RespondToAuthChallenge', answer(Session, codeOf(secret)))).toEqual({
      name: 'NotAuthorizedException',
      message: 'Invalid session for the user, session is expired.',
    })
  })
})

test('five wrong codes lock the user out, and the right password does not undo it', async () => {
  const secret = await withApp()
  const { Session = '' } = await pool.signInByPassword(email, password)
  for (let count = 0; count < 5; count += 1) {
    await pool.refusal('RespondToAuthChallenge', answer(Session, '000000'))
  }
  const locked = { name: 'NotAuthorizedException', message: 'Password attempts exceeded' }
  expect(await pool.refusal('RespondToAuthChallenge', answer(Session, codeOf(secret)))).toEqual(locked)
  pool.wait({ seconds: 1 })
  const again = await pool.signInByPassword(email, password)
  await pool.refusal('RespondToAuthChallenge', answer(again.Session ?? '', '000000'))
  expect(await pool.refusal('RespondToAuthChallenge', answer(again.Session ?? '', codeOf(secret)))).toEqual(
    locked,
  )
})

test('switched off again, the password alone is enough', async () => {
  await withApp()
  await pool.call('AdminSetUserMFAPreference', {
    UserPoolId: pool.userPoolId,
    Username: email,
    SoftwareTokenMfaSettings: { Enabled: false },
  })
  expect(await pool.signInByPassword(email, password)).toHaveProperty('AuthenticationResult.AccessToken')
})

test('an app that has shown no code cannot be turned on', async () => {
  const { AccessToken } = await pool.tokens(email, password)
  await pool.call('AssociateSoftwareToken', { AccessToken })
  expect(await pool.refusal('VerifySoftwareToken', { AccessToken, UserCode: '000000' })).toEqual({
    name: 'EnableSoftwareTokenMFAException',
    message: 'Code mismatch',
  })
  const SoftwareTokenMfaSettings = { Enabled: true }
  expect(await pool.refusal('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings })).toEqual({
    name: 'InvalidParameterException',
    message: 'User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA',
  })
})

describe('where the pool requires a second factor', () => {
  beforeEach(async () => {
    await pool.call('SetUserPoolMfaConfig', { UserPoolId: pool.userPoolId, MfaConfiguration: 'ON' })
  })

  test('whoever has none sets an app up before the first token, and is asked for it from then on', async () => {
    const question = await pool.signInByPassword(email, password)
    expect(question).toMatchObject({
      ChallengeName: 'MFA_SETUP',
      ChallengeParameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' },
    })
    const { SecretCode = '', Session } = await pool.call('AssociateSoftwareToken', {
      Session: question.Session,
    })
    const verified = await pool.call('VerifySoftwareToken', { Session, UserCode: codeOf(SecretCode) })
    const done = await pool.call('RespondToAuthChallenge', {
      ClientId: pool.clientId,
      ChallengeName: 'MFA_SETUP',
      Session: verified.Session,
      ChallengeResponses: { USERNAME: email },
    })
    expect(done).toHaveProperty('AuthenticationResult.AccessToken')
    expect(await pool.signInByPassword(email, password)).toMatchObject({
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
    })
  })

  test('nobody goes on without having set it up', async () => {
    const question = await pool.signInByPassword(email, password)
    const goOn = (Session: string | undefined) => ({
      ClientId: pool.clientId,
      ChallengeName: 'MFA_SETUP',
      Session,
      ChallengeResponses: { USERNAME: email },
    })
    const refused = { name: 'NotAuthorizedException', message: 'Invalid session for the user.' }
    expect(await pool.refusal('RespondToAuthChallenge', goOn(question.Session))).toEqual(refused)
    const { Session } = await pool.call('AssociateSoftwareToken', { Session: question.Session })
    expect(await pool.refusal('RespondToAuthChallenge', goOn(Session))).toEqual(refused)
  })
})
