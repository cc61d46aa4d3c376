import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const LimitDefinition = { LimitClass: 'API_CATEGORY' as const, Attributes: { Category: 'UserCreation' } }

test('sets a limit above the default, and the default again', async () => {
  const { call } = await testPool()
  for (const RequestedLimitValue of [300, 50]) {
    const { Limit } = await call('UpdateProvisionedLimit', { LimitDefinition, RequestedLimitValue })
    expect(Limit).toMatchObject({ ProvisionedLimitValue: RequestedLimitValue, FreeLimitValue: 50 })
    expect(await call('GetProvisionedLimit', { LimitDefinition })).toEqual({ Limit })
  }
})

test('refuses less than the default', async () => {
  const { refusal } = await testPool()
  expect(await refusal('UpdateProvisionedLimit', { LimitDefinition, RequestedLimitValue: 49 })).toEqual(
    refused('InvalidParameter', 'RequestedLimitValue must not be less than 50.'),
  )
})

test('refuses a category that there is not', async () => {
  const { refusal } = await testPool()
  const input = { LimitDefinition: { ...LimitDefinition, Attributes: {} }, RequestedLimitValue: 300 }
  expect(await refusal('UpdateProvisionedLimit', input)).toMatchObject({ name: 'ResourceNotFoundException' })
})
