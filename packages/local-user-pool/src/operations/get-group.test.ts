import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('refuses a group that does not exist, whatever its name', async () => {
  const { refusal, userPoolId: UserPoolId } = await testPool()
  for (const GroupName of ['staff', '__proto__', 'constructor']) {
    expect(await refusal('GetGroup', { UserPoolId, GroupName })).toEqual(
      refused('ResourceNotFound', 'Group not found.'),
    )
  }
})

test('does not find a group of another pool', async () => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  const { UserPool } = await call('CreateUserPool', { PoolName: 'other' })
  await call('CreateGroup', { UserPoolId, GroupName: 'staff' })
  expect(await refusal('GetGroup', { UserPoolId: UserPool?.Id, GroupName: 'staff' })).toEqual(
    refused('ResourceNotFound', 'Group not found.'),
  )
})
