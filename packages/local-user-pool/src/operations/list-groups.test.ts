import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('pages through all groups, each once, while others come and go', async () => {
  const { call, userPoolId: UserPoolId } = await testPool()
  for (const GroupName of ['a', 'b', 'c', 'd', 'e']) await call('CreateGroup', { UserPoolId, GroupName })
  const first = await call('ListGroups', { UserPoolId, Limit: 2 })
  await call('CreateGroup', { UserPoolId, GroupName: 'aa' })
  await call('DeleteGroup', { UserPoolId, GroupName: 'b' })
  const second = await call('ListGroups', { UserPoolId, Limit: 2, NextToken: first.NextToken ?? '' })
  const third = await call('ListGroups', { UserPoolId, Limit: 2, NextToken: second.NextToken ?? '' })
  const names = [first, second, third].map(({ Groups = [] }) => Groups.map(({ GroupName }) => GroupName))
  expect(names).toEqual([['a', 'b'], ['c', 'd'], ['e']])
  expect(third).not.toHaveProperty('NextToken')
})

test('answers all without a limit, and with a limit of 0', async () => {
  const { call, userPoolId: UserPoolId } = await testPool()
  for (const GroupName of ['a', 'b', 'c']) await call('CreateGroup', { UserPoolId, GroupName })
  for (const Limit of [0, 3, 60]) {
    const { Groups, NextToken } = await call('ListGroups', { UserPoolId, Limit })
    expect(Groups).toHaveLength(3)
    expect(NextToken).toBeUndefined()
  }
})

test('refuses a token that it never gave', async () => {
  const { refusal, userPoolId: UserPoolId } = await testPool()
  expect(await refusal('ListGroups', { UserPoolId, NextToken: 'nonsense' })).toEqual(
    refused('InvalidParameter', 'Invalid pagination token given.'),
  )
})
