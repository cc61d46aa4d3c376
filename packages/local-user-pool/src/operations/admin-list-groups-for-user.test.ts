import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const Username = 'hanako@example.com'

test('pages through the groups of the user, and no others', async () => {
  const { call, confirmedUser, userPoolId: UserPoolId } = await testPool()
  await confirmedUser(Username)
  for (const GroupName of ['a', 'b', 'c', 'other']) await call('CreateGroup', { UserPoolId, GroupName })
  for (const GroupName of ['c', 'a', 'b'])
    await call('AdminAddUserToGroup', { UserPoolId, GroupName, Username })
  const first = await call('AdminListGroupsForUser', { UserPoolId, Username, Limit: 2 })
  const NextToken = first.NextToken ?? ''
  const second = await call('AdminListGroupsForUser', { UserPoolId, Username, Limit: 2, NextToken })
  const names = [first, second].map(({ Groups = [] }) => Groups.map(({ GroupName }) => GroupName))
  expect(names).toEqual([['a', 'b'], ['c']])
  expect(second).not.toHaveProperty('NextToken')
})

test('refuses nobody', async () => {
  const { refusal, userPoolId: UserPoolId } = await testPool()
  expect(await refusal('AdminListGroupsForUser', { UserPoolId, Username: 'nobody' })).toEqual(
    refused('UserNotFound', 'User does not exist.'),
  )
})
