import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('deletes the group with its memberships; the members stay users', async () => {
  const { call, refusal, confirmedUser, user, userPoolId: UserPoolId } = await testPool()
  const group = { UserPoolId, GroupName: 'staff' }
  const { email: Username } = await confirmedUser()
  await call('CreateGroup', group)
  await call('AdminAddUserToGroup', { ...group, Username })
  expect(await call('DeleteGroup', group)).toEqual({})
  expect(await refusal('DeleteGroup', group)).toEqual(refused('ResourceNotFound', 'Group not found.'))
  expect(await user(Username)).toMatchObject({ status: 'CONFIRMED' })
  await call('CreateGroup', group)
  expect(await call('ListUsersInGroup', group)).toEqual({ Users: [] })
})
