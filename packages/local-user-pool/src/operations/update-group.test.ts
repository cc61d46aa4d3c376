import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('changes what is given, and keeps the rest', async () => {
  const { call, wait, userPoolId: UserPoolId } = await testPool()
  const { Group } = await call('CreateGroup', {
    UserPoolId,
    GroupName: 'staff',
    Description: 'a',
    Precedence: 1,
  })
  wait({ hours: 1 })
  expect(await call('UpdateGroup', { UserPoolId, GroupName: 'staff', Precedence: 2 })).toEqual({
    Group: { ...Group, Precedence: 2, LastModifiedDate: (Group?.CreationDate ?? 0) + 3600 },
  })
})

test('refuses a group that does not exist', async () => {
  const { refusal, userPoolId: UserPoolId } = await testPool()
  expect(await refusal('UpdateGroup', { UserPoolId, GroupName: 'staff' })).toEqual(
    refused('ResourceNotFound', 'Group not found.'),
  )
})
