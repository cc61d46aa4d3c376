import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('replaces name and scopes; scopes that are not given are gone', async () => {
  const { call, userPoolId: UserPoolId } = await testPool()
  const Scopes = [{ ScopeName: 'read', ScopeDescription: 'Read' }]
  await call('CreateResourceServer', { UserPoolId, Identifier: 'api', Name: 'API', Scopes })
  await call('UpdateResourceServer', { UserPoolId, Identifier: 'api', Name: 'New' })
  expect(await call('DescribeResourceServer', { UserPoolId, Identifier: 'api' })).toEqual({
    ResourceServer: { UserPoolId, Identifier: 'api', Name: 'New', Scopes: [] },
  })
})

test('refuses one that is not there, and makes none', async () => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  expect(await refusal('UpdateResourceServer', { UserPoolId, Identifier: 'api', Name: 'API' })).toEqual(
    refused('ResourceNotFound', 'Resource server api does not exist.'),
  )
  expect(await call('ListResourceServers', { UserPoolId })).toEqual({ ResourceServers: [] })
})
