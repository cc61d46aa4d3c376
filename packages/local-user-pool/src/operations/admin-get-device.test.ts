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

test('shows a device of the user', async () => {
  const { pool, device, who } = await withDevice()
  const { Device } = await pool.call('AdminGetDevice', { ...who, DeviceKey: device.key })
  expect(Device).toMatchObject({ DeviceKey: device.key })
  expect(Device?.DeviceAttributes).toContainEqual({ Name: 'device_name', Value: 'Firefox' })
})

test.each([
  ['a device that the user does not have', {}, 'Device does not exist.'],
  ['a user who does not exist', { Username: 'nobody@example.com' }, 'User does not exist.'],
])('refuses %s', async (_, other, message) => {
  const { pool, who } = await withDevice()
  const request = { ...who, ...other, DeviceKey: 'region_0' }
  expect(await pool.refusal('AdminGetDevice', request)).toEqual(refused('ResourceNotFound', message))
})
