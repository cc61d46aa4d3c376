import { expect, test } from 'vitest'
import { confirmedDevice, remembering } from '../test-device.ts'
import { refused, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'

async function withDevice() {
  const pool = await testPool(remembering)
  await pool.confirmedUser(email)
  const device = await confirmedDevice(pool, email)
  return { pool, device, who: { UserPoolId: pool.userPoolId, Username: email } }
}

test.each(['not_remembered', 'remembered'] as const)('makes a device %s', async (DeviceRememberedStatus) => {
  const { pool, device, who } = await withDevice()
  const request = { ...who, DeviceKey: device.key }
  pool.wait({ minutes: 1 })
  expect(await pool.call('AdminUpdateDeviceStatus', { ...request, DeviceRememberedStatus })).toEqual({})
  const { Device } = await pool.call('AdminGetDevice', request)
  expect(Device).toMatchObject({ DeviceLastModifiedDate: pool.now() / 1000 })
  expect(Device?.DeviceAttributes).toContainEqual({
    Name: 'dev:device_remembered_status',
    Value: DeviceRememberedStatus,
  })
})

test('refuses a device that the user does not have', async () => {
  const { pool, who } = await withDevice()
  expect(await pool.refusal('AdminUpdateDeviceStatus', { ...who, DeviceKey: 'region_0' })).toEqual(
    refused('ResourceNotFound', 'Device does not exist.'),
  )
})
