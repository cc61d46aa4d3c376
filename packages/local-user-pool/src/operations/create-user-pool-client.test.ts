import { describe, expect, test } from 'vitest'
import type { CreateUserPoolClientRequest } from '../protocol/types.generated.ts'
import { type Refusal, refused, testPool } from '../test-pool.ts'

test('makes a client without a secret and with Cognito’s defaults', async () => {
  const { call, userPoolId: UserPoolId } = await testPool()
  const { UserPoolClient } = await call('CreateUserPoolClient', { UserPoolId, ClientName: 'web' })
  expect(UserPoolClient).toMatchObject({
    ClientId: expect.stringMatching(/^[0-9a-z]{26}$/),
    ClientName: 'web',
    UserPoolId,
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'],
    RefreshTokenValidity: 30,
    EnableTokenRevocation: true,
    AuthSessionValidity: 3,
  })
  expect(UserPoolClient).not.toHaveProperty('ClientSecret')
})

test('makes a secret where it is asked for', async () => {
  const { call, userPoolId: UserPoolId } = await testPool()
  const input = { UserPoolId, ClientName: 'server', GenerateSecret: true }
  const { UserPoolClient } = await call('CreateUserPoolClient', input)
  expect(UserPoolClient?.ClientSecret).toMatch(/^[0-9a-z]{51}$/)
  expect(UserPoolClient).not.toHaveProperty('GenerateSecret')
})

test('refuses a pool that does not exist', async () => {
  const { refusal } = await testPool()
  const input = { UserPoolId: 'ap-northeast-1_none', ClientName: 'web' }
  expect(await refusal('CreateUserPoolClient', input)).toEqual(
    refused('ResourceNotFound', 'User pool ap-northeast-1_none does not exist.'),
  )
})

describe('refuses, in AWS’s words,', () => {
  test.each<[string, Partial<CreateUserPoolClientRequest>, Refusal]>([
    [
      'a scope that is not there',
      { AllowedOAuthScopes: ['openid', 'Cognito'] },
      refused('ScopeDoesNotExist', 'Invalid scope requested: Cognito'),
    ],
    [
      'machines and people through the same client',
      { GenerateSecret: true, AllowedOAuthFlows: ['client_credentials', 'code'] },
      refused(
        'InvalidOAuthFlow',
        'client_credentials flow can not be selected along with code flow or implicit flow.',
      ),
    ],
    [
      'machines without a secret',
      { AllowedOAuthFlows: ['client_credentials'] },
      refused(
        'InvalidOAuthFlow',
        'client_credentials flow can not be selected if client does not have a client secret.',
      ),
    ],
    [
      'a scope of people for machines',
      { GenerateSecret: true, AllowedOAuthFlows: ['client_credentials'], AllowedOAuthScopes: ['openid'] },
      refused('InvalidOAuthFlow', 'openid is not supported with client_credentials flow'),
    ],
  ])('%s', async (_, settings, exception) => {
    const { refusal, userPoolId: UserPoolId } = await testPool()
    expect(await refusal('CreateUserPoolClient', { UserPoolId, ClientName: 'web', ...settings })).toEqual(
      exception,
    )
  })
})

describe('refuses', () => {
  const range = 'Invalid range for token validity.'
  test.each([
    [
      'access tokens of four minutes',
      { AccessTokenValidity: 4, TokenValidityUnits: { AccessToken: 'minutes' } },
      range,
    ],
    ['access tokens of two days', { AccessTokenValidity: 48 }, range],
    ['ID tokens of two days', { IdTokenValidity: 2, TokenValidityUnits: { IdToken: 'days' } }, range],
    [
      'refresh tokens of half an hour',
      { RefreshTokenValidity: 30, TokenValidityUnits: { RefreshToken: 'minutes' } },
      range,
    ],
    [
      'refresh tokens of eleven years',
      { RefreshTokenValidity: 11 * 365, TokenValidityUnits: { RefreshToken: 'days' } },
      range,
    ],
    [
      'older and newer names of flows together',
      { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ADMIN_NO_SRP_AUTH'] },
      'ExplicitAuthFlows cannot mix values with and without the prefix ALLOW_.',
    ],
  ])('%s, and makes nothing', async (_, settings, message) => {
    const { call, refusal, userPoolId: UserPoolId } = await testPool()
    expect(await refusal('CreateUserPoolClient', { UserPoolId, ClientName: 'web', ...settings })).toEqual(
      refused('InvalidParameter', message),
    )
    expect((await call('ListUserPoolClients', { UserPoolId })).UserPoolClients).toHaveLength(1)
  })
})

describe('the scopes of a client', () => {
  const all = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin', 'api/read']

  test("are Cognito's own and those of the pool's resource servers", async () => {
    const { call, client, userPoolId: UserPoolId } = await testPool()
    const Scopes = [{ ScopeName: 'read', ScopeDescription: 'read' }]
    await call('CreateResourceServer', { UserPoolId, Identifier: 'api', Name: 'API', Scopes })
    const { ClientId } = await client({ AllowedOAuthScopes: all })
    await call('DeleteResourceServer', { UserPoolId, Identifier: 'api' })
    const { UserPoolClient } = await call('DescribeUserPoolClient', { UserPoolId, ClientId })
    expect(UserPoolClient).toMatchObject({ AllowedOAuthScopes: all })
  })

  test('are refused where nothing has them', async () => {
    const { call, refusal, userPoolId: UserPoolId } = await testPool()
    expect(
      await refusal('CreateUserPoolClient', { UserPoolId, ClientName: 'web', AllowedOAuthScopes: all }),
    ).toEqual(refused('ScopeDoesNotExist', 'Invalid scope requested: api/read'))
    expect((await call('ListUserPoolClients', { UserPoolId })).UserPoolClients).toHaveLength(1)
  })
})

describe('callback and sign-out URLs', () => {
  test.each([
    'https://app.example.com/callback?tenant=1',
    'http://localhost:3000/',
    'http://127.0.0.1:3000/',
    'http://[::1]/',
    'myapp://callback',
  ])('may be %s', async (url) => {
    const { client } = await testPool()
    await client({ CallbackURLs: [url], LogoutURLs: [url] })
  })

  test.each([
    ['nonsense', 'CallbackURLs cannot have the URL nonsense.'],
    ['/callback', 'CallbackURLs cannot have the URL /callback.'],
    ['https://app.example.com/#top', 'CallbackURLs cannot have the URL https://app.example.com/#top.'],
    ['javascript:alert(1)', 'CallbackURLs cannot have the URL javascript:alert(1).'],
    ['http://app.example.com/', 'http://app.example.com/ cannot use the HTTP protocol.'],
    ['http://localhost.example.com/', 'http://localhost.example.com/ cannot use the HTTP protocol.'],
    ['http://localhost@example.com/', 'http://localhost@example.com/ cannot use the HTTP protocol.'],
  ])('may not be %s', async (url, words) => {
    const { refusal, userPoolId: UserPoolId, clientId: ClientId } = await testPool()
    const CallbackURLs = ['https://app.example.com/', url]
    const wrong = refused('InvalidParameter', words)
    const input = { UserPoolId, ClientName: 'web', CallbackURLs }
    expect(await refusal('CreateUserPoolClient', input)).toEqual(wrong)
    expect(await refusal('UpdateUserPoolClient', { UserPoolId, ClientId, CallbackURLs })).toEqual(wrong)
    expect(await refusal('CreateUserPoolClient', { ...input, CallbackURLs: [], LogoutURLs: [url] })).toEqual(
      refused('InvalidParameter', words.replace('CallbackURLs', 'LogoutURLs')),
    )
  })
})
