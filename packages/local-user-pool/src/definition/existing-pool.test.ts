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
}

const templateOf = ({ pool, client, group }: Settings) => ({
  Resources: {
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
