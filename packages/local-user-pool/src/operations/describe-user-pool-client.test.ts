import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('shows the settings, the secret included', async () => {
  const { call, client, userPoolId: UserPoolId } = await testPool()
  const { ClientId, ClientSecret } = await client({ GenerateSecret: true })
  expect(await call('DescribeUserPoolClient', { UserPoolId, ClientId })).toMatchObject({
    UserPoolClient: { ClientId, ClientSecret, UserPoolId },
  })
})

test('does not find a client of another pool', async () => {
  const { call, refusal, clientId: ClientId } = await testPool()
  const { UserPool } = await call('CreateUserPool', { PoolName: 'other' })
  expect(await refusal('DescribeUserPoolClient', { UserPoolId: UserPool?.Id, ClientId })).toEqual(
    refused('ResourceNotFound', `User pool client ${ClientId} does not exist.`),
  )
})
