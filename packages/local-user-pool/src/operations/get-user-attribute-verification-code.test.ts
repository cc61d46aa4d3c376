import { beforeEach, expect, test } from 'vitest'
import { refused, type TestPool, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'

let pool: TestPool
let AccessToken: string
beforeEach(async () => {
  pool = await testPool()
  await pool.confirmedUser(email)
  AccessToken = (await pool.tokens(email)).AccessToken
})

test('sends a code to the address, masked in the answer', async () => {
  expect(
    await pool.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' }),
  ).toEqual({
    CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'h***@e***' },
  })
  expect(await pool.sent(email)).toMatch(/^\d{6}$/)
})

test.each([
  ['phone_number', 'User does not have the attribute phone_number.'],
  ['name', 'Attribute name cannot be verified.'],
])('refuses %s', async (AttributeName, message) => {
  expect(await pool.refusal('GetUserAttributeVerificationCode', { AccessToken, AttributeName })).toEqual(
    refused('InvalidParameter', message),
  )
})

test('may be asked for 5 times an hour', async () => {
  const AttributeName = 'email'
  for (let count = 0; count < 5; count += 1) {
    await pool.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName })
  }
  expect(await pool.refusal('GetUserAttributeVerificationCode', { AccessToken, AttributeName })).toEqual(
    refused('LimitExceeded', 'Attempt limit exceeded, please try after some time.'),
  )
  pool.wait({ hours: 1 })
  const { AccessToken: later } = await pool.tokens(email)
  await pool.call('GetUserAttributeVerificationCode', { AccessToken: later, AttributeName })
})
