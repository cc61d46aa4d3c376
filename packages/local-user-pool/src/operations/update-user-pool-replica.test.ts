import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('activates and deactivates a replica', async () => {
  const { call, userPoolId: UserPoolId } = await testPool()
  const RegionName = 'eu-west-1'
  await call('CreateUserPoolReplica', { UserPoolId, RegionName })
  for (const Status of ['ACTIVE', 'INACTIVE'] as const) {
    await call('UpdateUserPoolReplica', { UserPoolId, RegionName, Status })
    const { UserPoolReplicas } = await call('ListUserPoolReplicas', { UserPoolId })
    expect(UserPoolReplicas).toContainEqual(expect.objectContaining({ RegionName, Status }))
  }
})

test('refuses a region where there is no replica', async () => {
  const { refusal, userPoolId: UserPoolId } = await testPool()
  const input = { UserPoolId, RegionName: 'eu-west-1', Status: 'ACTIVE' }
  expect(await refusal('UpdateUserPoolReplica', input)).toEqual(
    refused('ResourceNotFound', 'Replica in eu-west-1 does not exist.'),
  )
})
