import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const Username = 'hanako@example.com'

test('ends the membership, and is content where there is none', async () => {
  const { call, confirmedUser, refusal, userPoolId: UserPoolId } = await testPool()
  const member = { UserPoolId, GroupName: 'staff', Username }
  await confirmedUser(Username)
  await call('CreateGroup', { UserPoolId, GroupName: 'staff' })
  await call('AdminAddUserToGroup', member)
  for (let count = 0; count < 2; count += 1)
    expect(await call('AdminRemoveUserFromGroup', member)).toEqual({})
  expect(await call('AdminListGroupsForUser', { UserPoolId, Username })).toEqual({ Groups: [] })
  expect(await refusal('AdminRemoveUserFromGroup', { ...member, GroupName: 'none' })).toEqual(
    refused('ResourceNotFound', 'Group not found.'),
  )
})
