import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { testPassword as Password, testPool } from '../test-pool.ts'

const folder = mkdtempSync(join(tmpdir(), 'definition-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Settings {
  readonly pool?: object
  readonly client?: object
  readonly group?: object
  /** Further resources. */
  readonly others?: object
}

const templateOf = ({ pool, client, group, others }: Settings) => ({
  Resources: {
    ...others,
    Users: { Type: 'AWS::Cognito::UserPool', Properties: { UsernameAttributes: ['email'], ...pool } },
    Web: {
      Type: 'AWS::Cognito::UserPoolClient',
      Properties: {
        UserPoolId: { Ref: 'Users' },
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
        ...client,
      },
    },
    Staff: {
      Type: 'AWS::Cognito::UserPoolGroup',
      Properties: { UserPoolId: { Ref: 'Users' }, GroupName: 'staff', ...group },
    },
    Hanako: {
      Type: 'AWS::Cognito::UserPoolUser',
      Properties: { UserPoolId: { Ref: 'Users' }, Username: 'hanako@example.com' },
    },
  },
})

/** Begins with data of one template; answers how to begin again with another on the same data. */
async function begun(name: string, settings: Settings = {}) {
  const storage = { file: join(folder, name) }
  const start = (other: Settings) =>
    testPool({}, {}, { storage, definition: { template: templateOf(other) } })
  const pool = await start(settings)
  const { pools } = await pool.deployment
  const UserPoolId = pools[0]?.userPoolId ?? ''
  const ClientId = pools[0]?.clients[0]?.clientId ?? ''
  const user = { UserPoolId, Username: 'hanako@example.com' }
  await pool.call('AdminSetUserPassword', { ...user, Password, Permanent: true })
  pool.close()
  return { start, UserPoolId, ClientId, user }
}

test('settings follow the template; people stay, with their passwords', async () => {
  const before = { EnabledMfas: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'], MfaConfiguration: 'OPTIONAL' }
  const { start, UserPoolId, ClientId, user } = await begun('follows', { pool: before })
  const { call, refusal } = await start({
    pool: { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } },
    client: { AccessTokenValidity: 5 },
    group: { Precedence: 3 },
  })
  expect(await refusal('SignUp', { ClientId, Username: 'taro@example.com', Password })).toMatchObject({
    message: 'SignUp is not permitted for this user pool',
  })
  expect(await call('GetUserPoolMfaConfig', { UserPoolId })).toEqual({
    MfaConfiguration: 'OFF',
    SoftwareTokenMfaConfiguration: { Enabled: false },
  })
  expect(await call('GetGroup', { UserPoolId, GroupName: 'staff' })).toMatchObject({
    Group: { Precedence: 3 },
  })
  const { AuthenticationResult } = await call('InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: user.Username, PASSWORD: Password },
  })
  expect(AuthenticationResult?.ExpiresIn).toBe(5 * 3600)
})

test('a client that moves to another pool is another one; a pool that has gone from the template stays', async () => {
  const { start, UserPoolId, ClientId } = await begun('moves')
  const storage = { file: join(folder, 'moves') }
  const template = {
    Resources: {
      People: { Type: 'AWS::Cognito::UserPool' },
      Web: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: { Ref: 'People' } } },
    },
  }
  const { call, close, deployment } = await testPool({}, {}, { storage, definition: { template } })
  const { pools } = await deployment
  const moved = { UserPoolId: pools[0]?.userPoolId ?? '', ClientId: pools[0]?.clients[0]?.clientId ?? '' }
  expect(moved.ClientId).not.toBe(ClientId)
  const { UserPoolClients } = await call('ListUserPoolClients', { UserPoolId: moved.UserPoolId })
  expect(UserPoolClients).toMatchObject([moved])
  expect(await call('DescribeUserPoolClient', { UserPoolId, ClientId })).toBeDefined()
  close()
  const back = await start({})
  expect(await back.call('DescribeUserPoolClient', moved)).toBeDefined()
})

test('an unchanged template changes nothing', async () => {
  const Schema = [
    { Name: 'email', Required: true, Mutable: true },
    { Name: 'plan', AttributeDataType: 'String', StringAttributeConstraints: { MaxLength: '9' } },
  ]
  const settings = { pool: { Schema, UsernameConfiguration: { CaseSensitive: false } } }
  const { start, user } = await begun('unchanged', settings)
  const { call } = await start(settings)
  expect(await call('AdminGetUser', user)).toMatchObject({ UserStatus: 'CONFIRMED' })
})

test('what the template no longer says of a group is gone, and its members are not', async () => {
  const others = {
    HanakoIsStaff: {
      Type: 'AWS::Cognito::UserPoolUserToGroupAttachment',
      Properties: { UserPoolId: { Ref: 'Users' }, Username: { Ref: 'Hanako' }, GroupName: { Ref: 'Staff' } },
    },
  }
  const group = { Description: 'Who works here', Precedence: 3 }
  const { start, UserPoolId } = await begun('group', { group, others })
  const { call } = await start({})
  const { Group } = await call('GetGroup', { UserPoolId, GroupName: 'staff' })
  expect(Group).not.toHaveProperty('Description')
  expect(Group).not.toHaveProperty('Precedence')
  const { Users } = await call('ListUsersInGroup', { UserPoolId, GroupName: 'staff' })
  expect(Users).toHaveLength(1)
})

test('tags that the template no longer has are gone', async () => {
  const { start, UserPoolId } = await begun('tags', { pool: { UserPoolTags: { team: 'entrance' } } })
  const { call } = await start({})
  const { UserPool } = await call('DescribeUserPool', { UserPoolId })
  expect(UserPool?.UserPoolTags).toEqual({})
})

test('clients have terms of one name each, and keep them apart', async () => {
  const termsOf = (client: string, link: string) => ({
    Type: 'AWS::Cognito::Terms',
    Properties: {
      UserPoolId: { Ref: 'Users' },
      ClientId: { Ref: client },
      TermsName: 'terms-of-use',
      TermsSource: 'LINK',
      Enforcement: 'NONE',
      Links: { 'cognito:default': link },
    },
  })
  const others = (version: string) => ({
    Mobile: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: { Ref: 'Users' } } },
    WebTerms: termsOf('Web', `https://web.example.com/${version}`),
    MobileTerms: termsOf('Mobile', `https://mobile.example.com/${version}`),
  })
  const { start, UserPoolId } = await begun('terms', { others: others('1') })
  const { call, deployment } = await start({ others: others('2') })
  const { pools } = await deployment
  const links = await Promise.all(
    (pools[0]?.clients ?? []).map(async ({ logicalId, clientId: ClientId }) => {
      const { Terms } = await call('DescribeTermsByClient', {
        UserPoolId,
        ClientId,
        TermsName: 'terms-of-use',
      })
      return [logicalId, Terms?.Links?.['cognito:default']]
    }),
  )
  expect(Object.fromEntries(links)).toEqual({
    Web: 'https://web.example.com/2',
    Mobile: 'https://mobile.example.com/2',
  })
})

test('a client that gets a secret, or loses it, is another one, as on AWS', async () => {
  const { start, UserPoolId, ClientId } = await begun('secret')
  const withSecret = await start({ client: { GenerateSecret: true } })
  const { pools } = await withSecret.deployment
  const { clientId = '', clientSecret } = pools[0]?.clients[0] ?? {}
  expect(clientId).not.toBe(ClientId)
  expect(await withSecret.call('DescribeUserPoolClient', { UserPoolId, ClientId: clientId })).toMatchObject({
    UserPoolClient: { ClientSecret: clientSecret },
  })
  withSecret.close()
  const without = await start({})
  expect((await without.deployment).pools[0]?.clients).toEqual([{ logicalId: 'Web', clientId: ClientId }])
  const { UserPoolClient } = await without.call('DescribeUserPoolClient', { UserPoolId, ClientId })
  expect(UserPoolClient).not.toHaveProperty('ClientSecret')
})

test('tells the secret that a client has by now', async () => {
  const client = { GenerateSecret: true }
  const { start, UserPoolId, ClientId } = await begun('rotated', { client })
  const ofClient = { UserPoolId, ClientId }
  const before = await start({ client })
  const { ClientSecretDescriptor } = await before.call('AddUserPoolClientSecret', ofClient)
  const { ClientSecrets = [] } = await before.call('ListUserPoolClientSecrets', ofClient)
  const ClientSecretId = ClientSecrets[0]?.ClientSecretId ?? ''
  await before.call('DeleteUserPoolClientSecret', { ...ofClient, ClientSecretId })
  before.close()
  const { pools } = await (await start({ client })).deployment
  expect(pools[0]?.clients[0]?.clientSecret).toBe(ClientSecretDescriptor?.ClientSecretValue)
})

const provider = (properties: object) => ({
  others: {
    Partner: {
      Type: 'AWS::Cognito::UserPoolIdentityProvider',
      Properties: {
        UserPoolId: { Ref: 'Users' },
        ProviderName: 'Partner',
        ProviderType: 'SAML',
        ProviderDetails: { MetadataURL: 'https://partner.example.com/saml' },
        ...properties,
      },
    },
  },
})

test('what the template no longer says of an identity provider is gone', async () => {
  const before = provider({ AttributeMapping: { email: 'mail' }, IdpIdentifiers: ['partner.example.com'] })
  const { start, UserPoolId } = await begun('provider', before)
  const { call } = await start(provider({}))
  const { IdentityProvider } = await call('DescribeIdentityProvider', { UserPoolId, ProviderName: 'Partner' })
  expect(IdentityProvider).not.toHaveProperty('AttributeMapping')
  expect(IdentityProvider).not.toHaveProperty('IdpIdentifiers')
})

test('refuses another kind of identity provider under a name that is taken, as AWS does, and writes nothing', async () => {
  const { start, UserPoolId } = await begun('kind', provider({}))
  const other = provider({ ProviderType: 'OIDC' })
  await expect(start({ ...other, pool: { UserPoolName: 'another' } })).rejects.toThrow(
    'Partner.ProviderType: CloudFormation cannot update a stack when a custom-named resource requires replacing. It is SAML: undo the change, or give another ProviderName.',
  )
  const { call } = await start(provider({ ProviderName: 'Partner2', ProviderType: 'OIDC' }))
  const { Providers } = await call('ListIdentityProviders', { UserPoolId })
  expect(Providers).toMatchObject([
    { ProviderName: 'Partner', ProviderType: 'SAML' },
    { ProviderName: 'Partner2', ProviderType: 'OIDC' },
  ])
})

const plan = (changes: object = {}) => ({ Name: 'plan', AttributeDataType: 'String', ...changes })

test.each([
  ['UsernameAttributes', { UsernameAttributes: ['phone_number'] }],
  ['AliasAttributes', { AliasAttributes: ['email'] }],
  ['UsernameConfiguration', { UsernameConfiguration: { CaseSensitive: true } }],
])('refuses another %s for a pool that exists, as AWS does', async (property, pool) => {
  const { start } = await begun(property)
  await expect(start({ pool })).rejects.toThrow(
    `Users.${property}: Updates are not allowed for property - ${property}. Undo the change, or begin with new data`,
  )
})

test.each([
  ['lost', [{ Name: 'email', Mutable: true, Required: true }], 'custom:plan'],
  ['changed', [plan({ Mutable: false }), { Name: 'email', Mutable: true, Required: true }], 'custom:plan'],
  ['no longer required', [plan()], 'email'],
])('refuses a template in which an attribute is %s, and writes nothing', async (how, Schema, name) => {
  const before = [plan({ Mutable: true }), { Name: 'email', Mutable: true, Required: true }]
  const { start, UserPoolId } = await begun(how, { pool: { Schema: before } })
  await expect(start({ pool: { Schema, UserPoolName: 'another' } })).rejects.toThrow(
    `Users.Schema: Existing schema attributes cannot be modified or deleted. (${name})`,
  )
  const { call } = await start({ pool: { Schema: before } })
  const { UserPool } = await call('DescribeUserPool', { UserPoolId })
  expect(UserPool?.Name).toBe('Users')
})
