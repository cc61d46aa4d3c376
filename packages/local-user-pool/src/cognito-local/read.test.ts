import { describe, expect, test } from 'vitest'
import { readFiles } from './read.ts'

const file = 'db/local_Pool.json'

const read = (pool: object | string, others: Readonly<Record<string, object>> = {}) =>
  readFiles(
    new Map([
      [file, typeof pool === 'string' ? pool : JSON.stringify(pool)],
      ...Object.entries(others).map(([name, document]) => [name, JSON.stringify(document)] as const),
    ]),
  )

const told = (...args: Parameters<typeof read>) => {
  const { pools, differences } = read(...args)
  return [...pools.flatMap((pool) => pool.differences), ...differences].map(
    ({ at, reason }) => `${at}: ${reason}`,
  )
}

const options = { Id: 'local_Pool', Name: 'pool', UsernameAttributes: ['email'] }
const user = {
  Username: 'hanako',
  Password: 'Genkan-2026',
  UserStatus: 'CONFIRMED',
  Enabled: true,
  Attributes: [],
}

describe('refuses', () => {
  test.each<[string, object | string, string]>([
    [
      'what is no JSON',
      '{"Users": {"hanako": {"Password": "Genkan-2026" "',
      `${file} is no JSON (line 1 column 49). Put it right, or take a copy that is whole.`,
    ],
    ['a list', [], `${file}: the whole of it must be an object.`],
    ['users in a list', { Users: [user] }, `${file}: Users must be an object.`],
    ['a user who is none', { Users: { hanako: 'Genkan-2026' } }, `${file}: Users.hanako must be an object.`],
    [
      'a user without a name',
      { Users: { hanako: { ...user, Username: undefined } } },
      `${file}: Users.hanako.Username is missing.`,
    ],
    [
      'a user who has another name inside',
      { Users: { taro: user } },
      `${file}: Users.taro has another name inside.`,
    ],
    [
      'a password that is a number',
      { Users: { hanako: { ...user, Password: 20262026 } } },
      `${file}: Users.hanako.Password must be a text.`,
    ],
    [
      'a status that does not exist',
      { Users: { hanako: { ...user, UserStatus: 'ASLEEP' } } },
      `${file}: Users.hanako.UserStatus must be one of UNCONFIRMED, CONFIRMED,`,
    ],
    [
      'attributes that are none',
      { Users: { hanako: { ...user, Attributes: { email: 'x' } } } },
      `${file}: Users.hanako.Attributes must be a list of attributes, each with Name and Value.`,
    ],
    [
      'a date that is none',
      { Users: { hanako: { ...user, UserCreateDate: 'soon' } } },
      `${file}: Users.hanako.UserCreateDate must be a time.`,
    ],
    [
      'an app without its secret',
      { Users: { hanako: { ...user, SoftwareTokenMfaConfiguration: { Verified: true } } } },
      `${file}: Users.hanako.SoftwareTokenMfaConfiguration.Secret is missing.`,
    ],
    [
      'an app whose secret makes no codes',
      { Users: { hanako: { ...user, SoftwareTokenMfaConfiguration: { Secret: '!', Verified: true } } } },
      `${file}: Users.hanako.SoftwareTokenMfaConfiguration.Secret must be a text in base32.`,
    ],
    [
      'members that are no names',
      { Groups: { staff: { GroupName: 'staff', members: [7] } } },
      `${file}: Groups.staff.members must be a list of texts.`,
    ],
    [
      'a setting of another kind',
      { Options: { ...options, Policies: 'strict' } },
      `${file}: local_Pool.Policies: is "strict". Write an object.`,
    ],
    [
      'an id that no client may have',
      { Options: { ...options, Id: 'pool' } },
      `${file}: Cognito has no such id as pool.`,
    ],
  ])('%s', (_what, pool, message) => {
    expect(() => read(pool)).toThrow(message)
    expect(() => read(pool)).not.toThrow('Genkan')
  })

  test('two files with one id', () => {
    expect(() => read({ Options: options }, { 'db/copy.json': { Options: options } })).toThrow(
      `db/copy.json: Options.Id is that of ${file}, too.`,
    )
  })

  test('a configuration that is none', () => {
    expect(() =>
      read({ Options: options }, { 'config.json': { TriggerFunctions: { PreSignUp: 7 } } }),
    ).toThrow('config.json: TriggerFunctions.PreSignUp must be a text.')
  })
})

test('a file without options is a pool with the defaults of the configuration', () => {
  const { pools } = read({ Users: {} }, { 'config.json': { UserPoolDefaults: { MfaConfiguration: 'ON' } } })
  expect(pools).toMatchObject([
    { id: 'local_Pool', request: { UsernameAttributes: ['email'], MfaConfiguration: 'ON' } },
  ])
})

test('tells which settings Cognito does not take, and does without them', () => {
  const plan = { Name: 'custom:plan', AttributeDataType: 'String', Required: true }
  const long = { Name: 'custom:a-name-of-more-than-twenty', AttributeDataType: 'String' }
  const Options = {
    ...options,
    Name: 'pool/of/mine',
    AliasAttributes: ['email'],
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['phone_number'] },
    Policies: { PasswordPolicy: { MinimumLength: 3 } },
    SchemaAttributes: [{ Name: 'email', AttributeDataType: 'String', Required: true }, plan, long],
    Colour: 'red',
  }
  expect(told({ Options })).toEqual([
    'local_Pool.Colour: is no property that the local user pool knows. Check the spelling',
    'local_Pool.Policies: is left out: policies.passwordPolicy.minimumLength: Member must have value greater than or equal to 6',
    'local_Pool.AliasAttributes: is left out: Cognito takes these or UsernameAttributes',
    'local_Pool.UserAttributeUpdateSettings: is left out: Cognito lets the old value count of what AutoVerifiedAttributes names alone',
    'local_Pool.PoolName: is the id instead: Member must satisfy regular expression pattern: [\\w\\s+=,.@-]+',
    'local_Pool.SchemaAttributes.custom:plan.Required: is left out: Cognito requires no custom attributes',
    'local_Pool.SchemaAttributes.custom:a-name-of-more-than-twenty: is left out: schema.1.member.name: Member must have length less than or equal to 20',
  ])
  const [found] = read({ Options }).pools
  expect(found?.request).toEqual({
    PoolName: 'local_Pool',
    UsernameAttributes: ['email'],
    LambdaConfig: {},
    Schema: [
      { Name: 'email', AttributeDataType: 'String', Required: true },
      { Name: 'plan', AttributeDataType: 'String' },
    ],
  })
})

test('leaves out a client whose pool is gone', () => {
  const clients = { Clients: { 'of-a-pool': { UserPoolId: 'local_Gone' } } }
  expect(told({ Options: options }, { 'db/clients.json': clients })).toEqual([
    'db/clients.json of-a-pool: is left out: there is no file of its user pool',
  ])
})

test('tells what of the configuration has no place here', () => {
  const config = { TokenConfig: {}, ServerConfig: {}, KMSConfig: {}, Colour: 'red' }
  expect(told({ Options: options }, { 'config.json': config })).toEqual([
    'config.json TokenConfig: is not read: tokens are issued by the address of this pool, which --endpoint may say',
    'config.json ServerConfig: is not read: see --host and --port',
    'config.json KMSConfig: is not read: custom senders get the code as it is',
    'config.json Colour: is unknown here',
  ])
})
