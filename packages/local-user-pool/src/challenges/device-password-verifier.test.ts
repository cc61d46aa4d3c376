import {
  createDeviceVerifier,
  createSrpSession,
  signSrpSessionWithDevice,
  wrapAuthChallenge,
} from 'cognito-srp-helper'
import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Operations } from '../protocol/types.generated.ts'
import {
  confirmedDevice,
  deviceProof,
  deviceSrp,
  newDevice,
  remembering,
  signInOn,
  signInWith,
  type TestDevice,
} from '../test-device.ts'
import { refused, type TestPool, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'
const incorrect = refused('NotAuthorized', 'Incorrect username or password.')

let pool: TestPool
beforeEach(async () => {
  pool = await testPool(remembering)
  await pool.confirmedUser(email)
})

/** The question that a device is asked last. */
async function asked(device: TestDevice) {
  const question = await signInWith(pool, email, device)
  return pool.call('RespondToAuthChallenge', deviceSrp(pool, question, device))
}

test('asks as for a password, and names the device', async () => {
  const device = await confirmedDevice(pool, email)
  const { username } = await pool.user(email)
  expect(await asked(device)).toEqual({
    ChallengeName: 'DEVICE_PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: expect.stringMatching(/^[0-9a-f]+$/),
      SECRET_BLOCK: expect.stringMatching(/^[\w+/]+=*$/),
      SRP_B: expect.stringMatching(/^[0-9a-f]+$/),
      USERNAME: username,
      DEVICE_KEY: device.key,
    },
  })
})

test('the proof gives tokens that carry the device', async () => {
  const device = await confirmedDevice(pool, email)
  const { AuthenticationResult } = await signInOn(pool, email, device)
  expect(decodeJwt(AuthenticationResult?.AccessToken ?? '')).toMatchObject({ device_key: device.key })
  expect(decodeJwt(AuthenticationResult?.IdToken ?? '')).not.toHaveProperty('device_key')
  expect(decodeJwt(device.AccessToken)).toMatchObject({ device_key: device.key })
})

test('a client that is not ours sets its device up, and proves that it is the one', async () => {
  const { AccessToken, key, groupKey } = await newDevice(pool, email)
  const { DeviceRandomPassword, DeviceSecretVerifierConfig } = createDeviceVerifier(key, groupKey)
  await pool.call('ConfirmDevice', { AccessToken, DeviceKey: key, DeviceSecretVerifierConfig })
  const session = createSrpSession('', '', pool.userPoolId, false)
  const question = await signInWith(pool, email, { key })
  const first = deviceSrp(pool, question, { key })
  const ChallengeResponses = { ...first.ChallengeResponses, SRP_A: session.largeA }
  const proving = await pool.call('RespondToAuthChallenge', { ...first, ChallengeResponses })
  type Signable = Parameters<typeof signSrpSessionWithDevice>[1]
  const signed = signSrpSessionWithDevice(session, proving as Signable, groupKey, DeviceRandomPassword)
  const answer = wrapAuthChallenge(signed, {
    ClientId: pool.clientId,
    ChallengeName: 'DEVICE_PASSWORD_VERIFIER' as const,
    ChallengeResponses: { USERNAME: proving.ChallengeParameters?.USERNAME ?? '', DEVICE_KEY: key },
  })
  expect(
    await pool.call('RespondToAuthChallenge', answer as Operations['RespondToAuthChallenge']['input']),
  ).toHaveProperty('AuthenticationResult.AccessToken')
})

describe('refuses, and gives no token for,', () => {
  test.each([0, 7, 100, 255])('a proof with bit %i flipped', async (bit) => {
    const device = await confirmedDevice(pool, email)
    const answer = deviceProof(pool, await asked(device), device)
    const signature = Buffer.from(answer.ChallengeResponses.PASSWORD_CLAIM_SIGNATURE ?? '', 'base64')
    signature[bit >> 3] = (signature[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    const PASSWORD_CLAIM_SIGNATURE = signature.toString('base64')
    const wrong = {
      ...answer,
      ChallengeResponses: { ...answer.ChallengeResponses, PASSWORD_CLAIM_SIGNATURE },
    }
    expect(await pool.refusal('RespondToAuthChallenge', wrong)).toEqual(incorrect)
    // The block is used up by the wrong answer.
    expect(await pool.refusal('RespondToAuthChallenge', answer)).toEqual(incorrect)
  })

  test('the password of another device', async () => {
    const device = await confirmedDevice(pool, email)
    const { password } = await confirmedDevice(pool, email)
    const answer = deviceProof(pool, await asked(device), { ...device, password })
    expect(await pool.refusal('RespondToAuthChallenge', answer)).toEqual(incorrect)
  })

  test('another device of the user that is named with it', async () => {
    const device = await confirmedDevice(pool, email)
    const { key: DEVICE_KEY } = await confirmedDevice(pool, email)
    const answer = deviceProof(pool, await asked(device), device)
    const wrong = { ...answer, ChallengeResponses: { ...answer.ChallengeResponses, DEVICE_KEY } }
    expect(await pool.refusal('RespondToAuthChallenge', wrong)).toEqual(incorrect)
  })

  test('another user that is named with it', async () => {
    await pool.confirmedUser('taro@example.com')
    const { username } = await pool.user('taro@example.com')
    const device = await confirmedDevice(pool, email)
    const answer = deviceProof(pool, await asked(device), device)
    const wrong = { ...answer, ChallengeResponses: { ...answer.ChallengeResponses, USERNAME: username } }
    expect(await pool.refusal('RespondToAuthChallenge', wrong)).toEqual(
      refused('ResourceNotFound', 'Device does not exist.'),
    )
  })

  test('the same answer a second time', async () => {
    const device = await confirmedDevice(pool, email)
    const answer = deviceProof(pool, await asked(device), device)
    await pool.call('RespondToAuthChallenge', answer)
    expect(await pool.refusal('RespondToAuthChallenge', answer)).toEqual(incorrect)
  })

  test('all but one of many same answers at once', async () => {
    const device = await confirmedDevice(pool, email)
    const answer = deviceProof(pool, await asked(device), device)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => pool.attempt('RespondToAuthChallenge', answer)),
    )
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1)
  })

  test('an answer that comes too late', async () => {
    const device = await confirmedDevice(pool, email)
    const answer = deviceProof(pool, await asked(device), device)
    pool.wait({ minutes: 3 })
    expect(await pool.refusal('RespondToAuthChallenge', answer)).toEqual(incorrect)
  })

  test('a device that was forgotten in between', async () => {
    const device = await confirmedDevice(pool, email)
    const answer = deviceProof(pool, await asked(device), device)
    await pool.call('AdminForgetDevice', {
      UserPoolId: pool.userPoolId,
      Username: email,
      DeviceKey: device.key,
    })
    expect(await pool.refusal('RespondToAuthChallenge', answer)).toEqual(
      refused('ResourceNotFound', 'Device does not exist.'),
    )
  })

  test('a user who was disabled in between', async () => {
    const device = await confirmedDevice(pool, email)
    const answer = deviceProof(pool, await asked(device), device)
    await pool.call('AdminDisableUser', { UserPoolId: pool.userPoolId, Username: email })
    expect(await pool.refusal('RespondToAuthChallenge', answer)).toEqual(
      refused('NotAuthorized', 'User is disabled.'),
    )
  })

  test('a secret block that this pool never made', async () => {
    const device = await confirmedDevice(pool, email)
    const answer = deviceProof(pool, await asked(device), device)
    const PASSWORD_CLAIM_SECRET_BLOCK = Buffer.alloc(96, 7).toString('base64')
    const wrong = {
      ...answer,
      ChallengeResponses: { ...answer.ChallengeResponses, PASSWORD_CLAIM_SECRET_BLOCK },
    }
    expect(await pool.refusal('RespondToAuthChallenge', wrong)).toEqual(incorrect)
  })
})

test('five wrong proofs lock the user out, and the right password does not undo it', async () => {
  const device = await confirmedDevice(pool, email)
  for (let count = 0; count < 5; count += 1) {
    const answer = deviceProof(pool, await asked(device), { ...device, password: 'another' })
    expect(await pool.refusal('RespondToAuthChallenge', answer)).toEqual(incorrect)
  }
  const start = {
    ClientId: pool.clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: email, PASSWORD: 'Genkan-2026', DEVICE_KEY: device.key },
  }
  expect(await pool.refusal('InitiateAuth', start)).toEqual(
    refused('NotAuthorized', 'Password attempts exceeded'),
  )
  pool.wait({ seconds: 1 })
  expect(await signInOn(pool, email, device)).toHaveProperty('AuthenticationResult')
})

describe('the refresh token of a device', () => {
  const refresh = (RefreshToken: string, DeviceKey?: string) => ({
    ClientId: pool.clientId,
    RefreshToken,
    ...(DeviceKey && { DeviceKey }),
  })
  const invalid = refused('NotAuthorized', 'Invalid Refresh Token')

  test('needs the key of the device, in both operations that take one', async () => {
    const { key, RefreshToken } = await confirmedDevice(pool, email)
    const { key: otherKey } = await confirmedDevice(pool, email)
    const start = (DEVICE_KEY?: string) => ({
      ClientId: pool.clientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH' as const,
      AuthParameters: { REFRESH_TOKEN: RefreshToken, ...(DEVICE_KEY && { DEVICE_KEY }) },
    })
    for (const wrong of [undefined, otherKey]) {
      expect(await pool.refusal('GetTokensFromRefreshToken', refresh(RefreshToken, wrong))).toEqual(invalid)
      expect(await pool.refusal('InitiateAuth', start(wrong))).toEqual(invalid)
    }
    const refreshed = await pool.call('GetTokensFromRefreshToken', refresh(RefreshToken, key))
    expect(decodeJwt(refreshed.AuthenticationResult?.AccessToken ?? '')).toMatchObject({ device_key: key })
    expect(await pool.call('InitiateAuth', start(key))).toHaveProperty('AuthenticationResult')
  })

  test('is good for nothing before the device is confirmed', async () => {
    const { AuthenticationResult = {} } = await signInWith(pool, email)
    const { RefreshToken = '', NewDeviceMetadata = {} } = AuthenticationResult
    const request = refresh(RefreshToken, NewDeviceMetadata.DeviceKey)
    expect(await pool.refusal('GetTokensFromRefreshToken', request)).toEqual(invalid)
  })

  test('needs none where the pool told no devices apart when it was given out', async () => {
    pool = await testPool()
    await pool.confirmedUser(email)
    const { RefreshToken } = await pool.tokens(email)
    await pool.call('UpdateUserPool', { UserPoolId: pool.userPoolId, ...remembering })
    expect(await pool.call('GetTokensFromRefreshToken', refresh(RefreshToken))).toHaveProperty(
      'AuthenticationResult',
    )
  })
})
