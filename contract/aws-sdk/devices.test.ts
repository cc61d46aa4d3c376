import {
  AdminForgetDeviceCommand,
  AdminGetDeviceCommand,
  AdminListDevicesCommand,
  AdminUpdateDeviceStatusCommand,
  ConfirmDeviceCommand,
  ForgetDeviceCommand,
  GetDeviceCommand,
  GetTokensFromRefreshTokenCommand,
  InitiateAuthCommand,
  ListDevicesCommand,
  NotAuthorizedException,
  ResourceNotFoundException,
  RespondToAuthChallengeCommand,
  UpdateDeviceStatusCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  createDeviceVerifier,
  createSrpSession,
  signSrpSessionWithDevice,
  wrapAuthChallenge,
} from 'cognito-srp-helper'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmedUser, type Person } from '../people.ts'
import { refusal } from '../refusal.ts'
import { present, startTarget, type Target } from '../target.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget({
    userPool: {
      DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
    },
  })
})
afterAll(() => target.close())

const signIn = ({ email, password }: Person, DeviceKey?: string) =>
  target.admin.send(
    new InitiateAuthCommand({
      ClientId: target.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: password, ...(DeviceKey && { DEVICE_KEY: DeviceKey }) },
    }),
  )

/** Signs in on a new device and confirms it. */
async function confirmedDevice(person: Person) {
  const { AuthenticationResult } = await signIn(person)
  const AccessToken = present(AuthenticationResult?.AccessToken)
  const RefreshToken = present(AuthenticationResult?.RefreshToken)
  const DeviceKey = present(AuthenticationResult?.NewDeviceMetadata?.DeviceKey)
  const groupKey = present(AuthenticationResult?.NewDeviceMetadata?.DeviceGroupKey)
  const { DeviceRandomPassword, DeviceSecretVerifierConfig } = createDeviceVerifier(DeviceKey, groupKey)
  const { UserConfirmationNecessary } = await target.admin.send(
    new ConfirmDeviceCommand({ AccessToken, DeviceKey, DeviceName: 'SDK', DeviceSecretVerifierConfig }),
  )
  expect(UserConfirmationNecessary).toBe(true)
  return { AccessToken, RefreshToken, DeviceKey, groupKey, password: DeviceRandomPassword }
}

test('a device is remembered, proves that it is the one, and is forgotten', async () => {
  const { admin, clientId: ClientId, userPoolId } = target
  const person = await confirmedUser(target)
  const { AccessToken, RefreshToken, DeviceKey, groupKey, password } = await confirmedDevice(person)
  await admin.send(
    new UpdateDeviceStatusCommand({ AccessToken, DeviceKey, DeviceRememberedStatus: 'remembered' }),
  )

  const asked = await signIn(person, DeviceKey)
  expect(asked.ChallengeName).toBe('DEVICE_SRP_AUTH')
  const session = createSrpSession('', '', userPoolId, false)
  const USERNAME = present(asked.ChallengeParameters?.USERNAME)
  const { ChallengeParameters } = await admin.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName: 'DEVICE_SRP_AUTH',
      Session: asked.Session,
      ChallengeResponses: { USERNAME, DEVICE_KEY: DeviceKey, SRP_A: session.largeA },
    }),
  )
  const question = { ChallengeParameters: present(ChallengeParameters) }
  const { AuthenticationResult } = await admin.send(
    new RespondToAuthChallengeCommand(
      wrapAuthChallenge(signSrpSessionWithDevice(session, question, groupKey, password), {
        ClientId,
        ChallengeName: 'DEVICE_PASSWORD_VERIFIER' as const,
        ChallengeResponses: { USERNAME, DEVICE_KEY: DeviceKey },
      }),
    ),
  )
  expect(AuthenticationResult?.AccessToken).toBeDefined()
  expect(AuthenticationResult?.NewDeviceMetadata).toBeUndefined()

  const { Devices } = await admin.send(new ListDevicesCommand({ AccessToken }))
  expect(Devices?.map((device) => device.DeviceKey)).toEqual([DeviceKey])
  const { Device } = await admin.send(new GetDeviceCommand({ AccessToken, DeviceKey }))
  expect(Device?.DeviceLastAuthenticatedDate).toBeInstanceOf(Date)
  expect(Device?.DeviceAttributes).toContainEqual({ Name: 'device_name', Value: 'SDK' })

  await admin.send(new ForgetDeviceCommand({ AccessToken, DeviceKey }))
  const refresh = new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken, DeviceKey })
  await refusal(admin.send(refresh), NotAuthorizedException)
  const { message } = await refusal(signIn(person, DeviceKey), ResourceNotFoundException)
  expect(message).toBe('Device does not exist.')
})

test('an administrator sees the devices of a user, and forgets them', async () => {
  const { admin, userPoolId: UserPoolId } = target
  const person = await confirmedUser(target)
  const { DeviceKey } = await confirmedDevice(person)
  const who = { UserPoolId, Username: person.email }
  const device = { ...who, DeviceKey }
  await admin.send(new AdminUpdateDeviceStatusCommand({ ...device, DeviceRememberedStatus: 'remembered' }))
  const { Device } = await admin.send(new AdminGetDeviceCommand(device))
  expect(Device?.DeviceAttributes).toContainEqual({
    Name: 'dev:device_remembered_status',
    Value: 'remembered',
  })
  expect((await admin.send(new AdminListDevicesCommand(who))).Devices).toEqual([Device])
  await admin.send(new AdminForgetDeviceCommand(device))
  expect((await admin.send(new AdminListDevicesCommand(who))).Devices).toEqual([])
  await refusal(admin.send(new AdminGetDeviceCommand(device)), ResourceNotFoundException)
})
