import { expect, test } from 'vitest'
import { confirmedDevice, newDevice, remembering, signInOn } from '../test-device.ts'
import { refused, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'
const unknown = refused('ResourceNotFound', 'Device does not exist.')

async function withDevice() {
  const pool = await testPool(remembering)
  await pool.confirmedUser(email)
  return { pool, device: await confirmedDevice(pool, email) }
}

test('says when somebody last signed in on the device', async () => {
  const { pool, device } = await withDevice()
  const { AccessToken, key: DeviceKey } = device
  const begin = pool.now() / 1000
  pool.wait({ minutes: 10 })
  await signInOn(pool, email, device)
  const { Device } = await pool.call('GetDevice', { AccessToken, DeviceKey })
  expect(Device).toMatchObject({
    DeviceKey,
    DeviceCreateDate: begin,
    DeviceLastModifiedDate: begin,
    DeviceLastAuthenticatedDate: begin + 600,
  })
})

test('knows no device of another user, and none that is not confirmed', async () => {
  const { pool, device } = await withDevice()
  await pool.confirmedUser('taro@example.com')
  const { AccessToken, key } = await newDevice(pool, 'taro@example.com')
  expect(await pool.refusal('GetDevice', { AccessToken, DeviceKey: device.key })).toEqual(unknown)
  expect(await pool.refusal('GetDevice', { AccessToken, DeviceKey: key })).toEqual(unknown)
})

test('wants an access token', async () => {
  const { pool, device } = await withDevice()
  expect(await pool.refusal('GetDevice', { DeviceKey: device.key })).toEqual(
    refused('InvalidParameter', 'Missing required parameter AccessToken'),
  )
})
