import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('shows a resource server of the pool, and none of another pool', async () => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  const { ResourceServer } = await call('CreateResourceServer', {
    UserPoolId,
    Identifier: 'api',
    Name: 'API',
  })
  expect(await call('DescribeResourceServer', { UserPoolId, Identifier: 'api' })).toEqual({ ResourceServer })
  const { UserPool } = await call('CreateUserPool', { PoolName: 'other' })
  const elsewhere = { UserPoolId: UserPool?.Id ?? '', Identifier: 'api' }
  expect(await refusal('DescribeResourceServer', elsewhere)).toEqual(
    refused('ResourceNotFound', 'Resource server api does not exist.'),
  )
})
