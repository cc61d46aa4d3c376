import { expect, test } from 'vitest'
import { testPassword as PASSWORD, refused, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'

test('what is signed with the secret is worth nothing any more; the other one is shown', async () => {
  const { attempt, call, client, confirmedUser, userPoolId: UserPoolId } = await testPool()
  const { ClientId, secretHash } = await client({ GenerateSecret: true })
  await confirmedUser(email)
  const { ClientSecretDescriptor } = await call('AddUserPoolClientSecret', { UserPoolId, ClientId })
  const { ClientSecrets = [] } = await call('ListUserPoolClientSecrets', { UserPoolId, ClientId })
  const ClientSecretId = ClientSecrets[0]?.ClientSecretId ?? ''
  await call('DeleteUserPoolClientSecret', { UserPoolId, ClientId, ClientSecretId })
  const AuthParameters = { USERNAME: email, PASSWORD, SECRET_HASH: secretHash(email) }
  expect(await attempt('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })).toBe(
    `NotAuthorizedException: Unable to verify secret hash for client ${ClientId}`,
  )
  const { UserPoolClient } = await call('DescribeUserPoolClient', { UserPoolId, ClientId })
  expect(UserPoolClient?.ClientSecret).toBe(ClientSecretDescriptor?.ClientSecretValue)
})

test('refuses the last secret, and one that the client does not have', async () => {
  const { call, refusal, client, userPoolId: UserPoolId } = await testPool()
  const { ClientId } = await client({ GenerateSecret: true })
  const { ClientSecrets = [] } = await call('ListUserPoolClientSecrets', { UserPoolId, ClientId })
  const ClientSecretId = ClientSecrets[0]?.ClientSecretId ?? ''
  expect(await refusal('DeleteUserPoolClientSecret', { UserPoolId, ClientId, ClientSecretId })).toEqual(
    refused('InvalidParameter', 'The last secret of a client cannot be deleted.'),
  )
  const none = { UserPoolId, ClientId, ClientSecretId: 'none' }
  expect(await refusal('DeleteUserPoolClientSecret', none)).toEqual(
    refused('ResourceNotFound', 'Client secret none does not exist.'),
  )
})
