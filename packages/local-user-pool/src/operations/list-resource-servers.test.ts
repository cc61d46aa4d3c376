import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('pages through the resource servers of the pool alone', async () => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  const { UserPool } = await call('CreateUserPool', { PoolName: 'other' })
  const other = UserPool?.Id ?? ''
  for (const Identifier of ['a', 'b', 'c']) {
    await call('CreateResourceServer', { UserPoolId, Identifier, Name: 'API' })
  }
  await call('CreateResourceServer', { UserPoolId: other, Identifier: 'z', Name: 'API' })
  const first = await call('ListResourceServers', { UserPoolId, MaxResults: 2 })
  const rest = await call('ListResourceServers', { UserPoolId, MaxResults: 2, NextToken: first.NextToken })
  const names = [first, rest].map(({ ResourceServers }) =>
    ResourceServers.map(({ Identifier }) => Identifier),
  )
  expect(names).toEqual([['a', 'b'], ['c']])
  expect(rest).not.toHaveProperty('NextToken')
  expect(await refusal('ListResourceServers', { UserPoolId, NextToken: 'nonsense' })).toEqual(
    refused('InvalidParameter', 'Invalid pagination token given.'),
  )
})
