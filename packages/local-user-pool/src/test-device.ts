import {
  createDeviceVerifier,
  createSrpSession,
  signSrpSessionWithDevice,
  wrapAuthChallenge,
} from 'cognito-srp-helper'
import type { Operations } from './protocol/types.generated.ts'
import { type TestPool, testPassword } from './test-pool.ts'

type Answer = Operations['RespondToAuthChallenge']['input']
type Question = Operations['RespondToAuthChallenge']['output']

/** What a client keeps of a device that it has set up. */
export interface TestDevice {
  readonly key: string
  readonly groupKey: string
  readonly password: string
}

// The arithmetic of a public value takes a client long, and any will do.
const session = createSrpSession('', '', 'region_pool', false)

/** A pool that tells devices apart; each is remembered at once unless told otherwise. */
export const remembering = {
  DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false },
}

/** Signs in with a password, naming a device where one is given. */
export const signInWith = (pool: TestPool, email: string, device?: Pick<TestDevice, 'key'>) =>
  pool.call('InitiateAuth', {
    ClientId: pool.clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: {
      USERNAME: email,
      PASSWORD: testPassword,
      ...(device && { DEVICE_KEY: device.key }),
    },
  })

/** Signs in on a device that nobody knows yet, as far as its tokens; it is not confirmed. */
export async function newDevice(pool: TestPool, email: string) {
  const { AuthenticationResult = {} } = await signInWith(pool, email)
  const { AccessToken = '', RefreshToken = '', NewDeviceMetadata = {} } = AuthenticationResult
  const { DeviceKey: key = '', DeviceGroupKey: groupKey = '' } = NewDeviceMetadata
  return { AccessToken, RefreshToken, key, groupKey }
}

/** What ConfirmDevice is told of a device, made by a client that is not ours, and the password that goes with it. */
export function deviceSecret({ key, groupKey }: Omit<TestDevice, 'password'>) {
  const { DeviceRandomPassword, DeviceSecretVerifierConfig } = createDeviceVerifier(key, groupKey)
  return { password: DeviceRandomPassword, DeviceSecretVerifierConfig }
}

/** Signs in on a new device and confirms it. */
export async function confirmedDevice(pool: TestPool, email: string, DeviceName = 'Firefox') {
  const { AccessToken, RefreshToken, ...keys } = await newDevice(pool, email)
  const { password, DeviceSecretVerifierConfig } = deviceSecret(keys)
  await pool.call('ConfirmDevice', {
    AccessToken,
    DeviceKey: keys.key,
    DeviceName,
    DeviceSecretVerifierConfig,
  })
  return { ...keys, password, AccessToken, RefreshToken }
}

/** The answer to DEVICE_SRP_AUTH. */
export const deviceSrp = (pool: TestPool, asked: Question, { key }: Pick<TestDevice, 'key'>) =>
  ({
    ClientId: pool.clientId,
    ChallengeName: 'DEVICE_SRP_AUTH',
    Session: asked.Session,
    ChallengeResponses: {
      USERNAME: asked.ChallengeParameters?.USERNAME ?? '',
      DEVICE_KEY: key,
      SRP_A: session.largeA,
    },
  }) satisfies Answer

/** The answer to DEVICE_PASSWORD_VERIFIER. */
export function deviceProof(pool: TestPool, asked: Question, { groupKey, password }: TestDevice) {
  type Signable = Parameters<typeof signSrpSessionWithDevice>[1]
  const signed = signSrpSessionWithDevice(session, asked as Signable, groupKey, password)
  const { ChallengeParameters: { USERNAME = '', DEVICE_KEY = '' } = {} } = asked
  return wrapAuthChallenge(signed, {
    ClientId: pool.clientId,
    ChallengeName: 'DEVICE_PASSWORD_VERIFIER' as const,
    ChallengeResponses: { USERNAME, DEVICE_KEY },
  }) as Answer & { readonly ChallengeResponses: Record<string, string> }
}

/** Signs in with the password and the device's proof. */
export async function signInOn(pool: TestPool, email: string, device: TestDevice): Promise<Question> {
  const asked = await signInWith(pool, email, device)
  const question = await pool.call('RespondToAuthChallenge', deviceSrp(pool, asked, device))
  return pool.call('RespondToAuthChallenge', deviceProof(pool, question, device))
}
