import { expect, test } from 'vitest'
import { confirmedDevice, remembering, signInWith } from '../test-device.ts'
import { refused, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'

test('a device that is not remembered is asked for no proof; one that is again, is', async () => {
  const pool = await testPool(remembering)
  await pool.confirmedUser(email)
  const { AccessToken, key, ...rest } = await confirmedDevice(pool, email)
  const device = { key, ...rest }
  const status = async (DeviceRememberedStatus?: 'remembered' | 'not_remembered') =>
    pool.call('UpdateDeviceStatus', {
      AccessToken,
      DeviceKey: key,
      ...(DeviceRememberedStatus && { DeviceRememberedStatus }),
    })
  expect(await status('not_remembered')).toEqual({})
  const { AuthenticationResult } = await signInWith(pool, email, device)
  expect(AuthenticationResult).toHaveProperty('AccessToken')
  expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
  await status()
  expect(await signInWith(pool, email, device)).not.toHaveProperty('ChallengeName')
  await status('remembered')
  expect(await signInWith(pool, email, device)).toMatchObject({ ChallengeName: 'DEVICE_SRP_AUTH' })
})

test('refuses a device that the user does not have', async () => {
  const pool = await testPool(remembering)
  await pool.confirmedUser(email)
  await pool.confirmedUser('taro@example.com')
  const { key: DeviceKey } = await confirmedDevice(pool, email)
  const { AccessToken } = await confirmedDevice(pool, 'taro@example.com')
  const request = { AccessToken, DeviceKey, DeviceRememberedStatus: 'not_remembered' }
  expect(await pool.refusal('UpdateDeviceStatus', request)).toEqual(
    refused('ResourceNotFound', 'Device does not exist.'),
  )
})
