import { expect, test } from 'vitest'
import { confirmedDevice, remembering, signInWith } from '../test-device.ts'
import { refused, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'
const unknown = refused('ResourceNotFound', 'Device does not exist.')

async function withTwoDevices() {
  const pool = await testPool(remembering)
  await pool.confirmedUser(email)
  return { pool, lost: await confirmedDevice(pool, email), kept: await confirmedDevice(pool, email) }
}

test('ends what was signed in on the device, and nothing else', async () => {
  const { pool, lost, kept } = await withTwoDevices()
  const { AccessToken } = kept
  expect(await pool.call('ForgetDevice', { AccessToken, DeviceKey: lost.key })).toEqual({})
  const refresh = ({ RefreshToken, key }: typeof lost) => ({
    ClientId: pool.clientId,
    RefreshToken,
    DeviceKey: key,
  })
  expect(await pool.refusal('GetTokensFromRefreshToken', refresh(lost))).toMatchObject({
    name: 'NotAuthorizedException',
  })
  expect(await pool.refusal('GetUser', { AccessToken: lost.AccessToken })).toEqual(
    refused('NotAuthorized', 'Access Token has been revoked'),
  )
  expect(await pool.call('GetTokensFromRefreshToken', refresh(kept))).toHaveProperty('AuthenticationResult')
  const { Devices } = await pool.call('ListDevices', { AccessToken })
  expect(Devices?.map(({ DeviceKey }) => DeviceKey)).toEqual([kept.key])
})

test('a forgotten device is no longer taken for a known one, and is given a new key', async () => {
  const { pool, lost, kept } = await withTwoDevices()
  await pool.call('ForgetDevice', { AccessToken: kept.AccessToken, DeviceKey: lost.key })
  const start = {
    ClientId: pool.clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: email, PASSWORD: 'Genkan-2026', DEVICE_KEY: lost.key },
  }
  expect(await pool.refusal('InitiateAuth', start)).toEqual(unknown)
  const { AuthenticationResult } = await signInWith(pool, email)
  expect(AuthenticationResult?.NewDeviceMetadata?.DeviceKey).not.toBe(lost.key)
})

test('refuses a device of another user, one that is unknown, and a call by nobody', async () => {
  const { pool, kept } = await withTwoDevices()
  await pool.confirmedUser('taro@example.com')
  const { AccessToken } = await confirmedDevice(pool, 'taro@example.com')
  expect(await pool.refusal('ForgetDevice', { AccessToken, DeviceKey: kept.key })).toEqual(unknown)
  expect(await pool.refusal('ForgetDevice', { AccessToken, DeviceKey: 'region_0' })).toEqual(unknown)
  expect(await pool.refusal('ForgetDevice', { DeviceKey: kept.key })).toMatchObject({
    name: 'InvalidParameterException',
  })
})
