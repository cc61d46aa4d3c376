import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('answers all that is known of a group', async () => {
  const { call, now, userPoolId: UserPoolId } = await testPool()
  const group = {
    UserPoolId,
    GroupName: 'staff',
    Description: 'Those who work here',
    Precedence: 0,
    RoleArn: 'arn:aws:iam::000000000000:role/staff',
  }
  await call('CreateGroup', group)
  expect(await call('GetGroup', { UserPoolId, GroupName: 'staff' })).toEqual({
    Group: { ...group, CreationDate: now() / 1000, LastModifiedDate: now() / 1000 },
  })
})

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
