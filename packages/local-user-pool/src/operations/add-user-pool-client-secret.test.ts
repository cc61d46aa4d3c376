import { createSecretHash } from 'cognito-srp-helper'
import { expect, test } from 'vitest'
import { testPassword as PASSWORD, refused, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'
const own = 'abcdefghijklmnopqrstuvwx'

async function confidential() {
  const pool = await testPool()
  const client = await pool.client({ GenerateSecret: true })
  await pool.confirmedUser(email)
  const { ClientId } = client
  const signIn = (secret: string) =>
    pool.attempt('InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD, SECRET_HASH: createSecretHash(email, ClientId, secret) },
    })
  return { ...pool, ...client, UserPoolId: pool.userPoolId, signIn }
}

test('adds a secret that is accepted as well as the first', async () => {
  const { call, now, signIn, UserPoolId, ClientId, ClientSecret } = await confidential()
  const { ClientSecretDescriptor } = await call('AddUserPoolClientSecret', { UserPoolId, ClientId })
  expect(ClientSecretDescriptor).toEqual({
    ClientSecretId: expect.stringMatching(`^${ClientId}--\\d+$`),
    ClientSecretValue: expect.stringMatching(/^[0-9a-z]{51}$/),
    ClientSecretCreateDate: now() / 1000,
  })
  expect(await signIn(ClientSecret)).toBe('ok')
  expect(await signIn(ClientSecretDescriptor?.ClientSecretValue ?? '')).toBe('ok')
  expect(await signIn(own)).toMatch(/^NotAuthorizedException: Unable to verify secret hash/)
})

test('takes a secret of one’s own, and does not show it', async () => {
  const { call, signIn, UserPoolId, ClientId } = await confidential()
  const added = await call('AddUserPoolClientSecret', { UserPoolId, ClientId, ClientSecret: own })
  expect(added.ClientSecretDescriptor).not.toHaveProperty('ClientSecretValue')
  expect(await signIn(own)).toBe('ok')
})

test('either secret refreshes and revokes', async () => {
  const { call, refusal, userPoolId: UserPoolId, client } = await testPool()
  const { ClientId, ClientSecret, secretHash } = await client({ GenerateSecret: true })
  await call('AddUserPoolClientSecret', { UserPoolId, ClientId, ClientSecret: own })
  const Username = 'taro@example.com'
  const UserAttributes = [{ Name: 'email', Value: Username }]
  await call('SignUp', {
    ClientId,
    Username,
    Password: PASSWORD,
    SecretHash: secretHash(Username),
    UserAttributes,
  })
  await call('AdminConfirmSignUp', { UserPoolId, Username })
  const { AuthenticationResult } = await call('InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: Username, PASSWORD, SECRET_HASH: createSecretHash(Username, ClientId, own) },
  })
  const RefreshToken = AuthenticationResult?.RefreshToken ?? ''
  for (const secret of [ClientSecret, own]) {
    await call('GetTokensFromRefreshToken', { ClientId, RefreshToken, ClientSecret: secret })
  }
  expect(await refusal('RevokeToken', { ClientId, Token: RefreshToken, ClientSecret: `${own}y` })).toEqual(
    refused('Unauthorized', 'Invalid client secret.'),
  )
  await call('RevokeToken', { ClientId, Token: RefreshToken, ClientSecret: own })
})

test('refuses a third one', async () => {
  const { call, refusal, UserPoolId, ClientId } = await confidential()
  await call('AddUserPoolClientSecret', { UserPoolId, ClientId })
  expect(await refusal('AddUserPoolClientSecret', { UserPoolId, ClientId })).toEqual(
    refused('LimitExceeded', 'A client may have no more than 2 secrets.'),
  )
})

test('refuses a client that was made without one, and one of another pool', async () => {
  const { call, refusal, userPoolId: UserPoolId, clientId: ClientId } = await testPool()
  expect(await refusal('AddUserPoolClientSecret', { UserPoolId, ClientId })).toEqual(
    refused('InvalidParameter', 'The client was made without a secret.'),
  )
  const { UserPool } = await call('CreateUserPool', { PoolName: 'other' })
  expect(await refusal('AddUserPoolClientSecret', { UserPoolId: UserPool?.Id ?? '', ClientId })).toEqual(
    refused('ResourceNotFound', `User pool client ${ClientId} does not exist.`),
  )
})
