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

test('lists the devices of the user, a page at a time', async () => {
  const { pool, device, who } = await withDevice()
  const second = await confirmedDevice(pool, email)
  const { Devices = [] } = await pool.call('AdminListDevices', who)
  expect(Devices.map(({ DeviceKey }) => DeviceKey)).toEqual([device.key, second.key].sort())
  const { PaginationToken = '', ...page } = await pool.call('AdminListDevices', { ...who, Limit: 1 })
  expect(page).toEqual({ Devices: Devices.slice(0, 1) })
  expect(await pool.call('AdminListDevices', { ...who, PaginationToken })).toEqual({
    Devices: Devices.slice(1),
  })
})

test('refuses a user who does not exist', async () => {
  const { pool, who } = await withDevice()
  const request = { ...who, Username: 'nobody@example.com' }
  expect(await pool.refusal('AdminListDevices', request)).toEqual(
    refused('ResourceNotFound', 'User does not exist.'),
  )
})
