import { beforeEach, describe, expect, test } from 'vitest'
import {
  confirmedDevice,
  deviceProof,
  deviceSrp,
  newDevice,
  remembering,
  signInOn,
  signInWith,
} from '../test-device.ts'
import { refused, type TestPool, testPassword, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'
const taro = 'taro@example.com'
const unknown = refused('ResourceNotFound', 'Device does not exist.')

let pool: TestPool
/** Codes by e-mail for everybody, in a pool that remembers devices. */
const withMfa = async (settings: object = remembering) => {
  pool = await testPool(settings)
  await pool.confirmedUser(email)
  await pool.confirmedUser(taro)
  await pool.call('SetUserPoolMfaConfig', {
    UserPoolId: pool.userPoolId,
    MfaConfiguration: 'ON',
    EmailMfaConfiguration: {},
  })
}
beforeEach(() => withMfa())

/** Answers the second factor, and confirms the new device that the tokens come with. */
async function deviceAfterMfa(who = email) {
  await pool.call('SetUserPoolMfaConfig', { UserPoolId: pool.userPoolId, MfaConfiguration: 'OFF' })
  const device = await confirmedDevice(pool, who)
  await pool.call('SetUserPoolMfaConfig', {
    UserPoolId: pool.userPoolId,
    MfaConfiguration: 'ON',
    EmailMfaConfiguration: {},
  })
  return device
}

const code = async (asked: { Session?: string }, DEVICE_KEY?: string) => ({
  ClientId: pool.clientId,
  ChallengeName: 'EMAIL_OTP' as const,
  ...asked,
  ChallengeResponses: {
    USERNAME: email,
    EMAIL_OTP_CODE: await pool.sent(email),
    ...(DEVICE_KEY && { DEVICE_KEY }),
  },
})
const sessionOf = ({ Session = '' }: { Session?: string | undefined }) => ({ Session })

describe('a remembered device', () => {
  test('is asked for its proof instead of a second factor, where the pool says so', async () => {
    const device = await deviceAfterMfa()
    expect(await signInWith(pool, email, device)).toEqual({
      ChallengeName: 'DEVICE_SRP_AUTH',
      Session: expect.any(String),
      ChallengeParameters: { USERNAME: expect.any(String), DEVICE_KEY: device.key },
    })
    const { AuthenticationResult } = await signInOn(pool, email, device)
    expect(AuthenticationResult).toHaveProperty('AccessToken')
    expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
  })

  test('is asked for it after the second factor, where the pool wants both', async () => {
    await withMfa({ DeviceConfiguration: { ChallengeRequiredOnNewDevice: false } })
    const device = await deviceAfterMfa()
    const asked = await signInWith(pool, email, device)
    expect(asked).toMatchObject({ ChallengeName: 'EMAIL_OTP' })
    const then = await pool.call('RespondToAuthChallenge', await code(sessionOf(asked), device.key))
    expect(then).toMatchObject({ ChallengeName: 'DEVICE_SRP_AUTH' })
    expect(then).not.toHaveProperty('AuthenticationResult')
    const question = await pool.call('RespondToAuthChallenge', deviceSrp(pool, then, device))
    const done = await pool.call('RespondToAuthChallenge', deviceProof(pool, question, device))
    expect(done).toHaveProperty('AuthenticationResult.AccessToken')
  })

  test('that is not named is nobody’s, and the second factor is asked for', async () => {
    await deviceAfterMfa()
    const asked = await signInWith(pool, email)
    expect(asked).toMatchObject({ ChallengeName: 'EMAIL_OTP' })
    const done = await pool.call('RespondToAuthChallenge', await code(sessionOf(asked)))
    expect(done).toHaveProperty('AuthenticationResult.NewDeviceMetadata.DeviceKey')
  })

  test('may be named at the beginning of a sign-in by SRP, or with the proof of the password', async () => {
    const device = await deviceAfterMfa()
    const { key: DEVICE_KEY } = device
    for (const where of ['start', 'answer'] as const) {
      const asked = await pool.signIn(email, testPassword, { [where]: { DEVICE_KEY } })
      expect(asked).toMatchObject({ ChallengeName: 'DEVICE_SRP_AUTH' })
    }
  })
})

test('a device that is not remembered is asked for the second factor, and for no proof', async () => {
  const { AccessToken, ...device } = await deviceAfterMfa()
  await pool.call('UpdateDeviceStatus', {
    AccessToken,
    DeviceKey: device.key,
    DeviceRememberedStatus: 'not_remembered',
  })
  const asked = await signInWith(pool, email, device)
  expect(asked).toMatchObject({ ChallengeName: 'EMAIL_OTP' })
  const done = await pool.call('RespondToAuthChallenge', await code(sessionOf(asked), device.key))
  expect(done).toHaveProperty('AuthenticationResult.AccessToken')
  expect(done).not.toHaveProperty('AuthenticationResult.NewDeviceMetadata')
})

describe('does not know', () => {
  const start = (DEVICE_KEY: string, USERNAME = email) => ({
    ClientId: pool.clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD: testPassword, DEVICE_KEY },
  })

  test('a forgotten device, after which the second factor is asked for', async () => {
    const { AccessToken, key: DeviceKey } = await deviceAfterMfa()
    await pool.call('ForgetDevice', { AccessToken, DeviceKey })
    expect(await pool.refusal('InitiateAuth', start(DeviceKey))).toEqual(unknown)
    expect(await signInWith(pool, email)).toMatchObject({ ChallengeName: 'EMAIL_OTP' })
  })

  test('the device of another user', async () => {
    const { key } = await deviceAfterMfa(taro)
    expect(await pool.refusal('InitiateAuth', start(key))).toEqual(unknown)
  })

  test('a device that was not confirmed', async () => {
    await pool.call('SetUserPoolMfaConfig', { UserPoolId: pool.userPoolId, MfaConfiguration: 'OFF' })
    const { key } = await newDevice(pool, email)
    expect(await pool.refusal('InitiateAuth', start(key))).toEqual(unknown)
  })

  test('the device of a user in another pool', async () => {
    const { key } = await deviceAfterMfa()
    await withMfa()
    expect(await pool.refusal('InitiateAuth', start(key))).toEqual(unknown)
  })

  test('a device named with the proof of the password; the same proof without it is good still', async () => {
    const answer = await pool.proof(email, testPassword)
    const { ChallengeResponses } = answer
    const naming = { ...answer, ChallengeResponses: { ...ChallengeResponses, DEVICE_KEY: 'region_0' } }
    expect(await pool.refusal('RespondToAuthChallenge', naming)).toEqual(unknown)
    expect(await pool.call('RespondToAuthChallenge', answer)).toMatchObject({ ChallengeName: 'EMAIL_OTP' })
  })

  test('nobody’s device, in the same words', async () => {
    const answer = await pool.proof('nobody@example.com', testPassword)
    const naming = { ...answer, ChallengeResponses: { ...answer.ChallengeResponses, DEVICE_KEY: 'region_0' } }
    expect(await pool.refusal('RespondToAuthChallenge', naming)).toEqual(unknown)
  })
})

describe('an answer', () => {
  const incorrect = refused('NotAuthorized', 'Incorrect username or password.')

  test.each(['0', 'ff'.repeat(500), 'not hexadecimal'])('with the public value %s is refused', async (A) => {
    const device = await deviceAfterMfa()
    const answer = deviceSrp(pool, await signInWith(pool, email, device), device)
    const wrong = { ...answer, ChallengeResponses: { ...answer.ChallengeResponses, SRP_A: A } }
    expect(await pool.refusal('RespondToAuthChallenge', wrong)).toEqual(incorrect)
  })

  test('for another device of the user is refused', async () => {
    const device = await deviceAfterMfa()
    const other = await deviceAfterMfa()
    const asked = await signInWith(pool, email, device)
    expect(await pool.refusal('RespondToAuthChallenge', deviceSrp(pool, asked, other))).toEqual(incorrect)
  })

  test('is accepted once', async () => {
    const device = await deviceAfterMfa()
    const answer = deviceSrp(pool, await signInWith(pool, email, device), device)
    await pool.call('RespondToAuthChallenge', answer)
    expect(await pool.refusal('RespondToAuthChallenge', answer)).toEqual(
      refused('NotAuthorized', 'Invalid session for the user, session can only be used once.'),
    )
  })

  test('comes too late when the session has ended', async () => {
    const device = await deviceAfterMfa()
    const answer = deviceSrp(pool, await signInWith(pool, email, device), device)
    pool.wait({ minutes: 3 })
    expect(await pool.refusal('RespondToAuthChallenge', answer)).toEqual(
      refused('NotAuthorized', 'Invalid session for the user, session is expired.'),
    )
  })

  test('without a session is refused: it is the password that comes first', async () => {
    const device = await deviceAfterMfa()
    const { Session: _, ...answer } = deviceSrp(pool, await signInWith(pool, email, device), device)
    expect(await pool.refusal('RespondToAuthChallenge', answer)).toEqual(
      refused('NotAuthorized', 'Invalid session for the user.'),
    )
  })
})
