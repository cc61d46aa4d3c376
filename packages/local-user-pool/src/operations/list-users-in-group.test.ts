import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('pages through the members, stable while members come and go', async () => {
  const pool = await testPool({ UsernameAttributes: [] })
  const { call, userPoolId: UserPoolId } = pool
  const GroupName = 'staff'
  await call('CreateGroup', { UserPoolId, GroupName })
  for (const Username of ['a', 'b', 'c', 'd', 'outsider']) {
    await call('AdminCreateUser', { UserPoolId, Username })
    if (Username !== 'outsider') await call('AdminAddUserToGroup', { UserPoolId, GroupName, Username })
  }
  const first = await call('ListUsersInGroup', { UserPoolId, GroupName, Limit: 2 })
  await call('AdminDeleteUser', { UserPoolId, Username: 'b' })
  const NextToken = first.NextToken ?? ''
  const second = await call('ListUsersInGroup', { UserPoolId, GroupName, Limit: 2, NextToken })
  const names = [first, second].map(({ Users = [] }) => Users.map(({ Username }) => Username))
  expect(names).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect(second).not.toHaveProperty('NextToken')
})

test('refuses a group that does not exist', async () => {
  const { refusal, userPoolId: UserPoolId } = await testPool()
  expect(await refusal('ListUsersInGroup', { UserPoolId, GroupName: 'none' })).toEqual(
    refused('ResourceNotFound', 'Group not found.'),
  )
})
