import { expect, test } from 'vitest'
import { refused, testPool } from '../test-pool.ts'

test('lists the secrets, the oldest first, and tells none of them', async () => {
  const { call, client, now, wait, userPoolId: UserPoolId } = await testPool()
  const { ClientId } = await client({ GenerateSecret: true })
  const first = now()
  wait({ days: 1 })
  const { ClientSecretDescriptor } = await call('AddUserPoolClientSecret', { UserPoolId, ClientId })
  expect(await call('ListUserPoolClientSecrets', { UserPoolId, ClientId })).toEqual({
    ClientSecrets: [
      { ClientSecretId: `${ClientId}--${first}`, ClientSecretCreateDate: first / 1000 },
      { ClientSecretId: ClientSecretDescriptor?.ClientSecretId, ClientSecretCreateDate: now() / 1000 },
    ],
  })
})

test('lists none of a client without one, and refuses a client that does not exist', async () => {
  const { call, refusal, userPoolId: UserPoolId, clientId: ClientId } = await testPool()
  expect(await call('ListUserPoolClientSecrets', { UserPoolId, ClientId })).toEqual({ ClientSecrets: [] })
  expect(await refusal('ListUserPoolClientSecrets', { UserPoolId, ClientId: 'none' })).toEqual(
    refused('ResourceNotFound', 'User pool client none does not exist.'),
  )
})
