import { randomBytes } from 'node:crypto'
import { newVerifier } from './core/srp.ts'
import type { Operations } from './protocol/types.generated.ts'
import { type TestPool, testPassword } from './test-pool.ts'
import { newPrivateNumber, srpClient } from './test-srp-client.ts'

type Answer = Operations['RespondToAuthChallenge']['input']
type Question = Operations['RespondToAuthChallenge']['output']

/** What a client keeps of a device that it has set up. */
export interface TestDevice {
  readonly key: string
  readonly groupKey: string
  readonly password: string
}

// What every proof of a device begins with; any number will do.
const ownNumber = newPrivateNumber()
const { A: SRP_A } = srpClient('', '', ownNumber)

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

const base64 = (hex: string) => Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64')

/** What ConfirmDevice is told of a device, and the password that goes with it. */
export function deviceSecret({ key, groupKey }: Omit<TestDevice, 'password'>) {
  const password = randomBytes(40).toString('base64')
  const { salt, verifier } = newVerifier({ poolId: groupKey, username: key }, password, randomBytes)
  const DeviceSecretVerifierConfig = { PasswordVerifier: base64(verifier), Salt: base64(salt) }
  return { password, DeviceSecretVerifierConfig }
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
      SRP_A,
    },
  }) satisfies Answer

/** The answer to DEVICE_PASSWORD_VERIFIER. */
export function deviceProof(pool: TestPool, asked: Question, { groupKey, password }: TestDevice) {
  const { USERNAME = '', DEVICE_KEY = '', ...question } = asked.ChallengeParameters ?? {}
  const proof = srpClient(groupKey, password, ownNumber).answer({ ...question, USER_ID_FOR_SRP: DEVICE_KEY })
  return {
    ClientId: pool.clientId,
    ChallengeName: 'DEVICE_PASSWORD_VERIFIER',
    ChallengeResponses: { USERNAME, DEVICE_KEY, ...proof },
  } satisfies Answer
}

/** Signs in with the password and the device's proof. */
export async function signInOn(pool: TestPool, email: string, device: TestDevice): Promise<Question> {
  const asked = await signInWith(pool, email, device)
  const question = await pool.call('RespondToAuthChallenge', deviceSrp(pool, asked, device))
  return pool.call('RespondToAuthChallenge', deviceProof(pool, question, device))
}
