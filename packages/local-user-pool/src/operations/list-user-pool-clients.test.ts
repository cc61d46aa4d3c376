import { expect, test } from 'vitest'
import { testPool } from '../test-pool.ts'

test('pages through the clients of the pool, each once, without their secrets', async () => {
  const { call, client, clientId, userPoolId: UserPoolId } = await testPool()
  const { UserPool } = await call('CreateUserPool', { PoolName: 'other' })
  await call('CreateUserPoolClient', { UserPoolId: UserPool?.Id ?? '', ClientName: 'other' })
  const second = await client({ GenerateSecret: true })
  const third = await client()
  const first = await call('ListUserPoolClients', { UserPoolId, MaxResults: 2 })
  const NextToken = first.NextToken ?? ''
  const last = await call('ListUserPoolClients', { UserPoolId, MaxResults: 2, NextToken })
  const found = [...(first.UserPoolClients ?? []), ...(last.UserPoolClients ?? [])]
  const ids = [clientId, second.ClientId, third.ClientId].sort()
  expect(found).toEqual(ids.map((ClientId) => ({ ClientId, UserPoolId, ClientName: 'test' })))
  expect(last).not.toHaveProperty('NextToken')
})
