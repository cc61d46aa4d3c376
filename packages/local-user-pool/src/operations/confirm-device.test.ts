import { beforeEach, expect, test } from 'vitest'
import { confirmedDevice, deviceSecret, newDevice, remembering, signInWith } from '../test-device.ts'
import { type TestPool, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'

let pool: TestPool
beforeEach(async () => {
  pool = await testPool(remembering)
  await pool.confirmedUser(email)
})

test('a device that nobody knows is given a key, and its group’s', async () => {
  const { AuthenticationResult } = await signInWith(pool, email)
  expect(AuthenticationResult?.NewDeviceMetadata).toEqual({
    DeviceKey: expect.stringMatching(/^[\w-]+_[0-9a-f-]{36}$/),
    DeviceGroupKey: expect.stringMatching(/^-\w{9}$/),
  })
})

test.each([
  ['no settings for devices', {}],
  ['settings that set nothing', { DeviceConfiguration: {} }],
])('a pool with %s gives out no keys, and takes no notice of one', async (_, settings) => {
  pool = await testPool(settings)
  await pool.confirmedUser(email)
  const { AuthenticationResult } = await signInWith(pool, email, { key: 'region_0' })
  expect(AuthenticationResult).toHaveProperty('AccessToken')
  expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
})

test.each([
  [true, 'not_remembered'],
  [false, 'remembered'],
])('where the user is to be asked is %s, a device is %s at first', async (isPrompted, status) => {
  pool = await testPool({ DeviceConfiguration: { DeviceOnlyRememberedOnUserPrompt: isPrompted } })
  await pool.confirmedUser(email)
  const { AccessToken, ...keys } = await newDevice(pool, email)
  const { DeviceSecretVerifierConfig } = deviceSecret(keys)
  const request = { AccessToken, DeviceKey: keys.key, DeviceSecretVerifierConfig }
  expect(await pool.call('ConfirmDevice', request)).toEqual({ UserConfirmationNecessary: isPrompted })
  const { Device } = await pool.call('GetDevice', { AccessToken, DeviceKey: keys.key })
  expect(Device?.DeviceAttributes).toContainEqual({ Name: 'dev:device_remembered_status', Value: status })
})

test('refuses a key that another sign-in was given, and one that nobody was', async () => {
  const { AccessToken } = await newDevice(pool, email)
  const other = await newDevice(pool, email)
  const { DeviceSecretVerifierConfig } = deviceSecret(other)
  for (const DeviceKey of [other.key, 'ap-northeast-1_0']) {
    const request = { AccessToken, DeviceKey, DeviceSecretVerifierConfig }
    expect(await pool.refusal('ConfirmDevice', request)).toEqual({
      name: 'InvalidParameterException',
      message: 'Invalid device key given.',
    })
  }
})

test('refuses a device that is confirmed already, and leaves it as it is', async () => {
  const { AccessToken, ...device } = await confirmedDevice(pool, email)
  const { DeviceSecretVerifierConfig } = deviceSecret(device)
  const request = { AccessToken, DeviceKey: device.key, DeviceName: 'Other', DeviceSecretVerifierConfig }
  expect(await pool.refusal('ConfirmDevice', request)).toMatchObject({ name: 'DeviceKeyExistsException' })
  const { Device } = await pool.call('GetDevice', { AccessToken, DeviceKey: device.key })
  expect(Device?.DeviceAttributes).toContainEqual({ Name: 'device_name', Value: 'Firefox' })
})

const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64')

test.each([
  ['nothing', undefined],
  ['no salt', { PasswordVerifier: base64('0123') }],
  ['no verifier', { Salt: base64('0123') }],
  ['the verifier 0', { Salt: base64('0123'), PasswordVerifier: base64('00') }],
  ['the verifier 1', { Salt: base64('0123'), PasswordVerifier: base64('01') }],
  ['a verifier longer than the prime', { Salt: base64('0123'), PasswordVerifier: base64('ff'.repeat(400)) }],
])('refuses %s to verify its password with', async (_, DeviceSecretVerifierConfig) => {
  const { AccessToken, key } = await newDevice(pool, email)
  const request = { AccessToken, DeviceKey: key, DeviceSecretVerifierConfig }
  expect(await pool.refusal('ConfirmDevice', request)).toMatchObject({ name: 'InvalidParameterException' })
})
