import { expect, test } from 'vitest'
import { confirmedDevice, newDevice, remembering } from '../test-device.ts'
import { testPool } from '../test-pool.ts'

const email = 'hanako@example.com'

test('lists the confirmed devices of the user alone, a page at a time', async () => {
  const pool = await testPool({ DeviceConfiguration: { DeviceOnlyRememberedOnUserPrompt: true } })
  await pool.confirmedUser(email)
  await pool.confirmedUser('taro@example.com')
  await confirmedDevice(pool, 'taro@example.com')
  const first = await confirmedDevice(pool, email, 'Firefox')
  const second = await confirmedDevice(pool, email, 'Chrome')
  const { AccessToken } = await newDevice(pool, email)

  const { Devices = [], ...rest } = await pool.call('ListDevices', { AccessToken })
  expect(rest).toEqual({})
  expect(Devices.map(({ DeviceKey }) => DeviceKey)).toEqual([first.key, second.key].sort())
  const page = await pool.call('ListDevices', { AccessToken, Limit: 1 })
  expect(page.Devices).toEqual(Devices.slice(0, 1))
  const { PaginationToken } = page
  expect(
    await pool.call('ListDevices', { AccessToken, Limit: 1, ...(PaginationToken && { PaginationToken }) }),
  ).toEqual({ Devices: Devices.slice(1) })
})

test('says nothing of what a device is verified with', async () => {
  const pool = await testPool(remembering)
  await pool.confirmedUser(email)
  const { AccessToken, key } = await confirmedDevice(pool, email)
  const { Devices } = await pool.call('ListDevices', { AccessToken })
  const now = pool.now() / 1000
  expect(Devices).toEqual([
    {
      DeviceKey: key,
      DeviceAttributes: [
        { Name: 'device_status', Value: 'valid' },
        { Name: 'device_name', Value: 'Firefox' },
        { Name: 'dev:device_remembered_status', Value: 'remembered' },
      ],
      DeviceCreateDate: now,
      DeviceLastModifiedDate: now,
      DeviceLastAuthenticatedDate: now,
    },
  ])
})
