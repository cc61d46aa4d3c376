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

test('ends what was signed in on the device', async () => {
  const { pool, device, who } = await withDevice()
  expect(await pool.call('AdminForgetDevice', { ...who, DeviceKey: device.key })).toEqual({})
  expect(await pool.call('AdminListDevices', who)).toEqual({ Devices: [] })
  expect(await pool.refusal('GetUser', { AccessToken: device.AccessToken })).toEqual(
    refused('NotAuthorized', 'Access Token has been revoked'),
  )
})

test('refuses a device that the user does not have', async () => {
  const { pool, who } = await withDevice()
  expect(await pool.refusal('AdminForgetDevice', { ...who, DeviceKey: 'region_0' })).toEqual(
    refused('ResourceNotFound', 'Device does not exist.'),
  )
})
