import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('puts new settings in place, gives the others their default, and keeps id, name and secret', async () => {
  const { call, client, userPoolId: UserPoolId } = await testPool()
  const { ClientId, ClientSecret } = await client({ GenerateSecret: true, ReadAttributes: ['email'] })
  const { UserPoolClient } = await call('UpdateUserPoolClient', {
    UserPoolId,
    ClientId,
    AccessTokenValidity: 2,
  })
  expect(UserPoolClient).toMatchObject({
    ClientId,
    ClientSecret,
    ClientName: 'test',
    AccessTokenValidity: 2,
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'],
  })
  expect(UserPoolClient).not.toHaveProperty('ReadAttributes')
  expect(await call('DescribeUserPoolClient', { UserPoolId, ClientId })).toEqual({ UserPoolClient })
})

test('refuses what a new client may not have, and keeps the old settings', async () => {
  const { call, refusal, clientId: ClientId, userPoolId: UserPoolId } = await testPool()
  const before = await call('DescribeUserPoolClient', { UserPoolId, ClientId })
  expect(await refusal('UpdateUserPoolClient', { UserPoolId, ClientId, AccessTokenValidity: 48 })).toEqual(
    refused('InvalidParameter', 'Invalid range for token validity.'),
  )
  expect(await call('DescribeUserPoolClient', { UserPoolId, ClientId })).toEqual(before)
})

test('refuses a scope that nothing has, and keeps the old settings', async () => {
  const { call, refusal, clientId: ClientId, userPoolId: UserPoolId } = await testPool()
  const before = await call('DescribeUserPoolClient', { UserPoolId, ClientId })
  const AllowedOAuthScopes = ['openid', 'api/read']
  expect(await refusal('UpdateUserPoolClient', { UserPoolId, ClientId, AllowedOAuthScopes })).toEqual(
    refused('ScopeDoesNotExist', 'Invalid scope requested: api/read'),
  )
  expect(await call('DescribeUserPoolClient', { UserPoolId, ClientId })).toEqual(before)
})

test('does not find a client of another pool', async () => {
  const { call, refusal, clientId: ClientId } = await testPool()
  const { UserPool } = await call('CreateUserPool', { PoolName: 'other' })
  expect(await refusal('UpdateUserPoolClient', { UserPoolId: UserPool?.Id, ClientId })).toEqual(
    refused('ResourceNotFound', `User pool client ${ClientId} does not exist.`),
  )
})
