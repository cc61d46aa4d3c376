import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const RegionName = 'eu-west-1'

test('deletes a replica that is not active, once', async () => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  await call('CreateUserPoolReplica', { UserPoolId, RegionName })
  await call('UpdateUserPoolReplica', { UserPoolId, RegionName, Status: 'ACTIVE' })
  expect(await refusal('DeleteUserPoolReplica', { UserPoolId, RegionName })).toEqual(
    refused('InvalidParameter', 'Only an inactive replica can be deleted.'),
  )
  await call('UpdateUserPoolReplica', { UserPoolId, RegionName, Status: 'INACTIVE' })
  expect(await call('DeleteUserPoolReplica', { UserPoolId, RegionName })).toMatchObject({
    UserPoolReplica: { RegionName, Status: 'DELETING' },
  })
  expect(await refusal('DeleteUserPoolReplica', { UserPoolId, RegionName })).toEqual(
    refused('ResourceNotFound', 'Replica in eu-west-1 does not exist.'),
  )
})
