import {
  AdminForgetDeviceCommand,
  SetUserPoolMfaConfigCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  confirmSignIn,
  fetchAuthSession,
  fetchDevices,
  forgetDevice,
  rememberDevice,
  type SignInInput,
  signIn,
  signOut,
} from 'aws-amplify/auth'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { confirmedUser, type Person } from '../people.ts'
import { present, startTarget, type Target } from '../target.ts'
import { configure } from './amplify.ts'

let target: Target

/** Everybody is asked for a code by e-mail, but not on a device that they had remembered. */
beforeAll(async () => {
  target = await startTarget({
    userPool: {
      DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
    },
  })
  await target.admin.send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId: target.userPoolId,
      MfaConfiguration: 'ON',
      EmailMfaConfiguration: {},
    }),
  )
})
afterEach(() => signOut())
afterAll(() => target.close())

const code = { signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE' }

type Flow = NonNullable<NonNullable<SignInInput['options']>['authFlowType']>

const begin = ({ email, password }: Person, authFlowType: Flow = 'USER_SRP_AUTH') =>
  signIn({ username: email, password, options: { authFlowType } })

/** Signs in as on a device that is new, up to the tokens. */
async function signedIn(): Promise<Person> {
  configure(target)
  const person = await confirmedUser(target)
  expect((await begin(person)).nextStep).toMatchObject(code)
  const challengeResponse = await target.sent(person.email)
  expect(await confirmSignIn({ challengeResponse })).toMatchObject({ isSignedIn: true })
  return person
}

test.each(['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'] as const)(
  'is asked for no code on a remembered device, which it proves to be the one: %s',
  async (flow) => {
    const person = await signedIn()
    await rememberDevice()
    const [device, ...others] = await fetchDevices()
    expect(others).toEqual([])
    expect(device?.attributes).toMatchObject({ 'dev:device_remembered_status': 'remembered' })
    await signOut()
    // Amplify stores a device under the name that the pool gave its user.
    expect(await begin({ ...person, email: person.sub }, flow)).toMatchObject({ isSignedIn: true })
    const { tokens } = await fetchAuthSession()
    expect(tokens?.accessToken.payload.device_key).toBe(present(device).id)
  },
)

test('goes on with new tokens on its device', async () => {
  await signedIn()
  const before = (await fetchAuthSession()).tokens?.accessToken.payload
  const after = (await fetchAuthSession({ forceRefresh: true })).tokens?.accessToken.payload
  expect(present(after).device_key).toBe(present(before).device_key)
  expect(present(after).jti).not.toBe(present(before).jti)
})

test('is asked for the code on a device that it did not have remembered', async () => {
  const person = await signedIn()
  await signOut()
  expect((await begin(person)).nextStep).toMatchObject(code)
})

test('goes on without a device that was forgotten elsewhere', async () => {
  const person = await signedIn()
  await rememberDevice()
  const [device] = await fetchDevices()
  await target.admin.send(
    new AdminForgetDeviceCommand({
      UserPoolId: target.userPoolId,
      Username: person.email,
      DeviceKey: present(device).id,
    }),
  )
  await signOut()
  expect((await begin(person)).nextStep).toMatchObject(code)
})

test('forgets the device that it is on, and is signed out with it', async () => {
  await signedIn()
  await forgetDevice()
  await expect(fetchDevices()).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Access Token has been revoked',
  })
})
