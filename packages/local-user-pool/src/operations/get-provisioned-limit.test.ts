import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const limit = (Category: string) => ({
  LimitDefinition: { LimitClass: 'API_CATEGORY' as const, Attributes: { Category } },
})

test.each([
  ['UserAuthentication', 120],
  ['UserList', 30],
  ['LimitManagement', 1],
])('%s is %i requests per second by default', async (category, value) => {
  const { call } = await testPool()
  expect(await call('GetProvisionedLimit', limit(category))).toEqual({
    Limit: { ...limit(category), ProvisionedLimitValue: value, FreeLimitValue: value },
  })
})

test.each(['Nonsense', '__proto__', 'constructor'])('refuses the category %s', async (category) => {
  const { refusal } = await testPool()
  expect(await refusal('GetProvisionedLimit', limit(category))).toEqual(
    refused('ResourceNotFound', `Limit ${category} does not exist.`),
  )
})
