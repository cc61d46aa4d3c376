import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

const Identifier = 'https://api.example.com'
const Scopes = [{ ScopeName: 'read', ScopeDescription: 'Read' }]

test('makes a resource server with its scopes, or with none', async () => {
  const { call, userPoolId: UserPoolId } = await testPool()
  const server = { UserPoolId, Identifier, Name: 'API', Scopes }
  expect(await call('CreateResourceServer', server)).toEqual({ ResourceServer: server })
  const other = { UserPoolId, Identifier: 'other', Name: 'Other' }
  expect(await call('CreateResourceServer', other)).toEqual({ ResourceServer: { ...other, Scopes: [] } })
})

test('refuses an identifier that the pool has already, and keeps the one that has it', async () => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  await call('CreateResourceServer', { UserPoolId, Identifier, Name: 'first' })
  expect(await refusal('CreateResourceServer', { UserPoolId, Identifier, Name: 'second' })).toEqual(
    refused('InvalidParameter', `${Identifier} already exists in user pool ${UserPoolId}.`),
  )
  const { ResourceServer } = await call('DescribeResourceServer', { UserPoolId, Identifier })
  expect(ResourceServer.Name).toBe('first')
})

test('refuses the twenty-sixth of a pool; another pool has its own', async () => {
  const { call, refusal, userPoolId: UserPoolId } = await testPool()
  const server = (index: number) => ({ UserPoolId, Identifier: `api-${index}`, Name: 'API' })
  for (let index = 0; index < 25; index += 1) await call('CreateResourceServer', server(index))
  expect(await refusal('CreateResourceServer', server(25))).toMatchObject({ name: 'LimitExceededException' })
  const { UserPool } = await call('CreateUserPool', { PoolName: 'other' })
  await call('CreateResourceServer', { ...server(0), UserPoolId: UserPool?.Id ?? '' })
})
