import { createSrpSession } from 'cognito-srp-helper'
import { describe, expect, test } from 'vitest'
import type { AuthFactorType } from '../protocol/types.generated.ts'
import { choicePool, email, phone } from '../test-authenticator.ts'
import { refused, testPassword } from '../test-pool.ts'

const passwords = ['PASSWORD_SRP', 'PASSWORD']
const incorrect = refused('NotAuthorized', 'Incorrect username or password.')
const invalidSession = refused('NotAuthorized', 'Invalid session for the user.')

describe('offers what the pool allows and the user has:', () => {
  test.each<[string, AuthFactorType[] | undefined, Record<string, string>, string[]]>([
    ['the password, where the pool says nothing', undefined, {}, passwords],
    ['the password and the verified address', ['PASSWORD', 'EMAIL_OTP'], {}, [...passwords, 'EMAIL_OTP']],
    [
      'no code where the address is not verified',
      ['PASSWORD', 'EMAIL_OTP'],
      { email_verified: 'false' },
      passwords,
    ],
    ['no code where there is no phone', ['PASSWORD', 'SMS_OTP'], {}, passwords],
    ['no code where the phone is not verified', ['PASSWORD', 'SMS_OTP'], { phone_number: phone }, passwords],
    [
      'all codes that can be sent',
      ['EMAIL_OTP', 'SMS_OTP', 'PASSWORD'],
      { phone_number: phone, phone_number_verified: 'true' },
      [...passwords, 'EMAIL_OTP', 'SMS_OTP'],
    ],
    ['no passkey where there is none', ['PASSWORD', 'WEB_AUTHN'], {}, passwords],
  ])('%s', async (_, factors, attributes, AvailableChallenges) => {
    const policies = factors ? {} : { Policies: {} }
    const pool = await choicePool(factors, {}, policies)
    await pool.confirmedUser(email)
    if (Object.keys(attributes).length > 0) await pool.set(attributes)
    expect(await pool.begin()).toEqual({
      ChallengeName: 'SELECT_CHALLENGE',
      ChallengeParameters: {},
      Session: expect.stringMatching(/^[\w-]{20,2048}$/),
      AvailableChallenges,
    })
  })

  test('a passkey, once there is one', async () => {
    const pool = await choicePool()
    await pool.confirmedUser(email)
    await pool.registered((await pool.tokens(email)).AccessToken)
    expect(await pool.begin()).toMatchObject({
      AvailableChallenges: [...passwords, 'EMAIL_OTP', 'WEB_AUTHN'],
    })
  })

  test('a password alone where it is temporary', async () => {
    const pool = await choicePool()
    await pool.confirmedUser(email)
    await pool.call('AdminSetUserPassword', {
      UserPoolId: pool.userPoolId,
      Username: email,
      Password: testPassword,
    })
    expect(await pool.begin({ PREFERRED_CHALLENGE: 'EMAIL_OTP' })).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: passwords,
    })
    expect(await pool.begin({ PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: testPassword })).toMatchObject({
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
    })
  })

  test('a password alone where a second factor is on', async () => {
    const pool = await choicePool()
    await pool.confirmedUser(email)
    await pool.registered((await pool.tokens(email)).AccessToken)
    await pool.call('SetUserPoolMfaConfig', {
      UserPoolId: pool.userPoolId,
      MfaConfiguration: 'OPTIONAL',
      EmailMfaConfiguration: {},
    })
    await pool.call('AdminSetUserMFAPreference', {
      UserPoolId: pool.userPoolId,
      Username: email,
      EmailMfaSettings: { Enabled: true },
    })
    expect(await pool.begin()).toMatchObject({ AvailableChallenges: passwords })
    const question = await pool.begin({ PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: testPassword })
    expect(question).toMatchObject({ ChallengeName: 'EMAIL_OTP' })
    expect(question).not.toHaveProperty('AvailableChallenges')
    const code = await pool.sent(email)
    expect(code).toMatch(/^\d{6}$/)
    expect(
      await pool.call('RespondToAuthChallenge', pool.answer(question, { EMAIL_OTP_CODE: code })),
    ).toHaveProperty('AuthenticationResult.AccessToken')
  })
})

describe('goes straight to', () => {
  test('the one challenge that is left, and lists it all the same', async () => {
    const pool = await choicePool(['EMAIL_OTP'])
    await pool.confirmedUser(email)
    expect(await pool.begin()).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      AvailableChallenges: ['EMAIL_OTP'],
    })
  })

  test.each(['PASSWORD', 'PASSWORD_SRP', 'EMAIL_OTP'])('%s, where it is preferred', async (preferred) => {
    const pool = await choicePool()
    await pool.confirmedUser(email)
    expect(await pool.begin({ PREFERRED_CHALLENGE: preferred })).toMatchObject({
      ChallengeName: preferred,
      AvailableChallenges: [...passwords, 'EMAIL_OTP'],
    })
  })

  test('the tokens, where the password comes along', async () => {
    const pool = await choicePool()
    await pool.confirmedUser(email)
    expect(await pool.begin({ PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: testPassword })).toEqual({
      ChallengeParameters: {},
      AuthenticationResult: expect.objectContaining({ TokenType: 'Bearer' }),
    })
  })

  test('the proof of the password, with a Session, where the first half of SRP comes along', async () => {
    const pool = await choicePool()
    await pool.confirmedUser(email)
    const { largeA } = createSrpSession(email, testPassword, pool.userPoolId, false)
    const question = await pool.begin({ PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: largeA })
    expect(question).toMatchObject({
      ChallengeName: 'PASSWORD_VERIFIER',
      Session: expect.any(String),
      ChallengeParameters: { SRP_B: expect.any(String) },
      AvailableChallenges: expect.arrayContaining(passwords),
    })
  })
})

test.each(['WEB_AUTHN', 'SMS_OTP', 'CUSTOM_CHALLENGE', '__proto__'])(
  'lets the user choose where %s is preferred and not available',
  async (preferred) => {
    const pool = await choicePool()
    await pool.confirmedUser(email)
    expect(await pool.begin({ PREFERRED_CHALLENGE: preferred })).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: [...passwords, 'EMAIL_OTP'],
    })
  },
)

test('is on only where the client allows it', async () => {
  const pool = await choicePool()
  const { ClientId } = await pool.client()
  const start = { ClientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: email } }
  expect(await pool.refusal('InitiateAuth', start)).toEqual(
    refused('InvalidParameter', 'USER_AUTH flow not enabled for this client'),
  )
})

test('administrators begin it too, and are told who does not exist', async () => {
  const pool = await choicePool()
  await pool.confirmedUser(email)
  const start = (USERNAME: string) => ({
    UserPoolId: pool.userPoolId,
    ClientId: pool.clientId,
    AuthFlow: 'USER_AUTH' as const,
    AuthParameters: { USERNAME },
  })
  expect(await pool.call('AdminInitiateAuth', start(email))).toMatchObject({
    ChallengeName: 'SELECT_CHALLENGE',
  })
  expect(await pool.refusal('AdminInitiateAuth', start('nobody@example.com'))).toEqual(
    refused('UserNotFound', 'User does not exist.'),
  )
})

test('refuses a user who must reset the password, whatever they would choose', async () => {
  const pool = await choicePool()
  await pool.confirmedUser(email)
  await pool.call('AdminResetUserPassword', { UserPoolId: pool.userPoolId, Username: email })
  const start = { ClientId: pool.clientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: email } }
  expect(await pool.refusal('InitiateAuth', start)).toEqual(
    refused('PasswordResetRequired', 'Password reset required for the user'),
  )
})

describe('hides who exists:', () => {
  const nobody = 'nobody@example.com'

  test('nobody is offered what somebody with a password and an address is', async () => {
    const pool = await choicePool()
    await pool.confirmedUser(email)
    const [one, other] = [await pool.begin(), await pool.begin({}, nobody)]
    expect({ ...other, Session: '' }).toEqual({ ...one, Session: '' })
  })

  test('nobody’s code is sent nowhere, though the answer says where; and no code is right', async () => {
    const pool = await choicePool()
    const question = await pool.begin({ PREFERRED_CHALLENGE: 'EMAIL_OTP' }, nobody)
    expect(question).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
        CODE_DELIVERY_DESTINATION: 'n***@e***',
      },
    })
    expect(await pool.sent(nobody)).toBe('')
    const answer = pool.answer(question, { USERNAME: nobody, EMAIL_OTP_CODE: '12345678' })
    expect(await pool.refusal('RespondToAuthChallenge', answer)).toEqual(
      refused('CodeMismatch', 'Invalid code or auth state for the user.'),
    )
  })

  test('a disabled user is asked like any other, is sent no code, and the right password alone tells', async () => {
    const pool = await choicePool()
    await pool.confirmedUser(email)
    const preferred = { PREFERRED_CHALLENGE: 'EMAIL_OTP' }
    const before = await pool.begin(preferred)
    const code = await pool.sent(email)
    await pool.call('AdminDisableUser', { UserPoolId: pool.userPoolId, Username: email })
    const after = await pool.begin(preferred)
    expect({ ...after, Session: '' }).toEqual({ ...before, Session: '' })
    expect(await pool.sent(email)).toBe(code)
    const byPassword = (PASSWORD: string) => ({
      ClientId: pool.clientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: email, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD },
    })
    expect(await pool.refusal('InitiateAuth', byPassword('Wrong-2026'))).toEqual(incorrect)
    expect(await pool.refusal('InitiateAuth', byPassword(testPassword))).toEqual(
      refused('NotAuthorized', 'User is disabled.'),
    )
  })

  test('nobody’s phone looks the same each time', async () => {
    const pool = await choicePool(['SMS_OTP'])
    const destinations = await Promise.all([pool.begin({}, nobody), pool.begin({}, nobody)])
    expect(destinations[0]?.ChallengeParameters).toEqual({
      CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
      CODE_DELIVERY_DESTINATION: expect.stringMatching(/^\+\*+\d{4}$/),
    })
    expect(destinations[0]?.ChallengeParameters).toEqual(destinations[1]?.ChallengeParameters)
  })

  test('nobody’s password is wrong, and tries are counted', async () => {
    const pool = await choicePool()
    const start = {
      ClientId: pool.clientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: nobody, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: testPassword },
    }
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await pool.refusal('InitiateAuth', start)).toEqual(incorrect)
    }
    expect(await pool.refusal('InitiateAuth', start)).toEqual(
      refused('NotAuthorized', 'Password attempts exceeded'),
    )
  })

  test('somebody with nothing to choose from is refused as nobody is', async () => {
    const pool = await choicePool(['WEB_AUTHN'])
    await pool.confirmedUser(email)
    for (const USERNAME of [email, nobody]) {
      const start = { ClientId: pool.clientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME } }
      expect(await pool.refusal('InitiateAuth', start)).toEqual(incorrect)
    }
  })

  test('but not where the client does not ask for it', async () => {
    const pool = await choicePool()
    const { ClientId } = await pool.client({
      PreventUserExistenceErrors: 'LEGACY',
      ExplicitAuthFlows: ['ALLOW_USER_AUTH'],
    })
    const start = { ClientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: nobody } }
    expect(await pool.refusal('InitiateAuth', start)).toEqual(refused('UserNotFound', 'User does not exist.'))
  })
})

describe('after a sign-up', () => {
  const signUp = async (Password?: string) => {
    const pool = await choicePool()
    const ClientId = pool.clientId
    const signedUp = await pool.call('SignUp', { ClientId, Username: email, ...(Password && { Password }) })
    const confirm = async () => {
      const ConfirmationCode = await pool.sent(email)
      return pool.call('ConfirmSignUp', { ClientId, Username: email, ConfirmationCode })
    }
    const start = (Session = '', USERNAME = email) => ({
      ClientId,
      AuthFlow: 'USER_AUTH' as const,
      AuthParameters: { USERNAME },
      Session,
    })
    return { ...pool, signedUp, confirm, start }
  }

  test.each([
    ['with a password', testPassword],
    ['without one', undefined],
  ])('%s, the Session of the confirmation signs in, once', async (_, password) => {
    const { call, refusal, confirm, start } = await signUp(password)
    const { Session } = await confirm()
    expect(await call('InitiateAuth', start(Session))).toHaveProperty('AuthenticationResult.IdToken')
    expect(await refusal('InitiateAuth', start(Session))).toEqual(
      refused('NotAuthorized', 'Invalid session for the user, session can only be used once.'),
    )
  })

  test('the Session of the sign-up signs in nobody who has not confirmed', async () => {
    const { call, refusal, signedUp, start, userPoolId } = await signUp(testPassword)
    expect(await refusal('InitiateAuth', start(signedUp.Session))).toEqual(
      refused('UserNotConfirmed', 'User is not confirmed.'),
    )
    await call('AdminConfirmSignUp', { UserPoolId: userPoolId, Username: email })
    expect(await call('InitiateAuth', start(signedUp.Session))).toHaveProperty('AuthenticationResult')
  })

  test('a Session is worth nothing once the password is another', async () => {
    const { call, refusal, confirm, start, userPoolId } = await signUp(testPassword)
    const { Session } = await confirm()
    await call('AdminSetUserPassword', {
      UserPoolId: userPoolId,
      Username: email,
      Password: 'Another-2026',
      Permanent: true,
    })
    expect(await refusal('InitiateAuth', start(Session))).toEqual(invalidSession)
  })

  test('a Session is good for three minutes, for its user, and for nothing else', async () => {
    const { refusal, confirm, start, wait, confirmedUser, begin } = await signUp()
    await confirmedUser('taro@example.com')
    const { Session } = await confirm()
    expect(await refusal('InitiateAuth', start(Session, 'taro@example.com'))).toEqual(invalidSession)
    const { Session: other } = await begin()
    expect(await refusal('InitiateAuth', start(other))).toEqual(invalidSession)
    wait({ minutes: 3 })
    expect(await refusal('InitiateAuth', start(Session))).toEqual(
      refused('NotAuthorized', 'Invalid session for the user, session is expired.'),
    )
  })

  test('somebody without a password signs in by a code from then on', async () => {
    const { begin, confirm } = await signUp()
    await confirm()
    expect(await begin({ PREFERRED_CHALLENGE: 'PASSWORD' })).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      AvailableChallenges: ['EMAIL_OTP'],
    })
  })

  test('a client without this flow gets no Session', async () => {
    const pool = await choicePool()
    const { ClientId } = await pool.client()
    const answer = await pool.call('SignUp', { ClientId, Username: email, Password: testPassword })
    expect(answer).not.toHaveProperty('Session')
  })
})
