import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('lists the pool itself among its replicas, in the order of the regions', async () => {
  const { call, userPoolId: UserPoolId } = await testPool()
  for (const RegionName of ['us-east-1', 'af-south-1']) {
    await call('CreateUserPoolReplica', { UserPoolId, RegionName })
  }
  const { UserPoolReplicas } = await call('ListUserPoolReplicas', { UserPoolId })
  expect(UserPoolReplicas).toMatchObject([
    { RegionName: 'af-south-1', Role: 'SECONDARY', Status: 'INACTIVE' },
    { RegionName: 'ap-northeast-1', Role: 'PRIMARY', Status: 'ACTIVE' },
    { RegionName: 'us-east-1', Role: 'SECONDARY', Status: 'INACTIVE' },
  ])
})

test('pages where there are more than an answer holds', async () => {
  const { call, userPoolId: UserPoolId } = await testPool()
  for (let index = 10; index < 75; index += 1) {
    await call('CreateUserPoolReplica', { UserPoolId, RegionName: `region-${index}` })
  }
  const first = await call('ListUserPoolReplicas', { UserPoolId })
  const rest = await call('ListUserPoolReplicas', { UserPoolId, NextToken: first.NextToken })
  const names = [first, rest].map(({ UserPoolReplicas = [] }) =>
    UserPoolReplicas.map((each) => each.RegionName),
  )
  expect(names.map(({ length }) => length)).toEqual([60, 6])
  expect(new Set(names.flat()).size).toBe(66)
  expect(rest).not.toHaveProperty('NextToken')
})

test('refuses a token that it never gave', async () => {
  const { refusal, userPoolId: UserPoolId } = await testPool()
  expect(await refusal('ListUserPoolReplicas', { UserPoolId, NextToken: 'nonsense' })).toEqual(
    refused('InvalidParameter', 'Invalid pagination token given.'),
  )
})
