import { describe, expect, test } from 'vitest'
import type { CognitoException } from './exceptions.ts'
import { model } from './model.ts'
import { modelled, validate } from './validation.ts'

const shapeOf = (operation: string) => model.operations[operation]?.input ?? ''

/** The message of the refusal, after the count. */
function violations(operation: string, input: unknown): string[] {
  try {
    validate(input, shapeOf(operation))
  } catch (error) {
    const { name, message } = error as Error
    expect(name).toBe('InvalidParameterException')
    const [, count, list = ''] = /^(\d+) validation errors? detected: (.*)$/s.exec(message) ?? []
    const found = list.split('; ')
    expect(found).toHaveLength(Number(count))
    return found
  }
  return []
}

test('joins all violations in one text, and counts them', () => {
  const input = { UserPoolId: 'no id', Username: '' }
  expect(() => validate(input, shapeOf('AdminGetUser'))).toThrow(
    "3 validation errors detected: Value 'no id' at 'userPoolId' failed to satisfy constraint: Member must satisfy " +
      "regular expression pattern: [\\w-]+_[0-9a-zA-Z]+; Value at 'username' failed to satisfy constraint: Member " +
      "must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+; Value at 'username' failed to " +
      'satisfy constraint: Member must have length greater than or equal to 1',
  )
})

test('says "error" where there is one', () => {
  expect(() => validate({ UserPoolId: 'ap-northeast-1_a' }, shapeOf('AdminGetUser'))).toThrow(
    "1 validation error detected: Value at 'username' failed to satisfy constraint: Member must not be null",
  )
})

const at = (path: string, constraint: string) => [
  `Value at '${path}' failed to satisfy constraint: ${constraint}`,
]
const UserPoolId = 'ap-northeast-1_a'

describe('constraints:', () => {
  test.each([
    ['a missing member', 'ListUserPools', {}, at('maxResults', 'Member must not be null')],
    ['a null', 'ListUserPools', { MaxResults: null }, at('maxResults', 'Member must not be null')],
    [
      'a number too small',
      'ListUserPools',
      { MaxResults: 0 },
      [
        "Value '0' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 1",
      ],
    ],
    [
      'a number too large',
      'ListUserPools',
      { MaxResults: 61 },
      [
        "Value '61' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 60",
      ],
    ],
    [
      'a value out of its set',
      'UpdateUserPool',
      { UserPoolId, MfaConfiguration: 'MAYBE' },
      [
        "Value 'MAYBE' at 'mfaConfiguration' failed to satisfy constraint: Member must satisfy enum value set: [OFF, ON, OPTIONAL]",
      ],
    ],
    [
      'a text too long',
      'CreateUserPool',
      { PoolName: 'x'.repeat(129) },
      [
        `Value '${'x'.repeat(129)}' at 'poolName' failed to satisfy constraint: Member must have length less than or equal to 128`,
      ],
    ],
    [
      'a list too long',
      'CreateUserPool',
      { PoolName: 'x', Schema: Array.from({ length: 51 }, () => ({ Name: 'a' })) },
      at('schema', 'Member must have length less than or equal to 50'),
    ],
    [
      'a null in a list',
      'AdminDeleteUserAttributes',
      { UserPoolId, Username: 'a', UserAttributeNames: [null] },
      at('userAttributeNames.1.member', 'Member must not be null'),
    ],
    [
      'a member of a structure in a list',
      'AdminUpdateUserAttributes',
      { UserPoolId, Username: 'a', UserAttributes: [{ Name: 'a' }, { Value: 'b' }] },
      at('userAttributes.2.member.name', 'Member must not be null'),
    ],
  ])('%s', (_, operation, input, expected) => {
    expect(violations(operation, input)).toEqual(expected)
  })

  test.each([
    ['SignUp', { ClientId: 'a', Username: 'a', Password: 'top secret' }],
    ['GetUser', { AccessToken: 'top secret' }],
    ['SignUp', { ClientId: 'a', Username: 'top secret', Password: 'x' }],
    [
      'InitiateAuth',
      {
        ClientId: 'a',
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { PASSWORD: 'top secret'.repeat(20_000) },
      },
    ],
  ])('%s does not repeat what is sensitive', (operation, input) => {
    const found = violations(operation, input)
    expect(found).toHaveLength(1)
    expect(found.join()).not.toContain('top secret')
  })
})

const list = 'Start of list found where not expected.'
const object = 'Start of structure or map found where not expected.'
const noScalar = 'Unexpected field type'
const no = (token: string, type: string) => `${token}_VALUE can not be converted to ${type}`

describe('the wrong type of', () => {
  const password = { UserPoolId, Username: 'a', Password: 'x' }
  const flow = { ClientId: 'a', AuthFlow: 'USER_SRP_AUTH' }
  test.each([
    ['the whole', 'ListUserPools', [], list],
    ['the whole', 'ListUserPools', 'text', noScalar],
    ['the whole', 'ListUserPools', null, noScalar],
    ['a string', 'GetUser', { AccessToken: 1 }, no('NUMBER', 'a String')],
    ['a string', 'GetUser', { AccessToken: 1.5 }, no('DECIMAL', 'a String')],
    ['a string', 'GetUser', { AccessToken: true }, no('TRUE', 'a String')],
    ['a string', 'GetUser', { AccessToken: false }, no('FALSE', 'a String')],
    ['a string', 'GetUser', { AccessToken: { $ne: '' } }, object],
    ['an integer', 'ListUserPools', { MaxResults: '10' }, no('STRING', 'an Integer')],
    ['an integer', 'ListUserPools', { MaxResults: 1.5 }, no('DECIMAL', 'an Integer')],
    ['an integer', 'ListUserPools', { MaxResults: 1e300 }, no('NUMBER', 'an Integer')],
    ['a boolean', 'AdminSetUserPassword', { ...password, Permanent: 'true' }, no('STRING', 'a Boolean')],
    ['a list', 'AdminDeleteUserAttributes', { UserPoolId, Username: 'a', UserAttributeNames: 'a' }, noScalar],
    [
      'a structure',
      'AdminUpdateUserAttributes',
      { UserPoolId, Username: 'a', UserAttributes: ['a'] },
      noScalar,
    ],
    ['a map', 'InitiateAuth', { ...flow, AuthParameters: [] }, list],
    ['a value of a map', 'InitiateAuth', { ...flow, AuthParameters: { a: 1 } }, no('NUMBER', 'a String')],
  ])('%s is no input at all: %s %j', (_, operation, input, message) => {
    expect(() => validate(input, shapeOf(operation))).toThrow(
      expect.objectContaining({ name: 'SerializationException', message }),
    )
  })
})

test('Java’s white space is ASCII’s: a password may hold an ideographic space, and no tab', () => {
  const input = (Password: string) => ({ ClientId: 'a', Username: 'a', Password })
  expect(violations('SignUp', input('パス\u3000ワード\u00a0'))).toEqual([])
  expect(violations('SignUp', input('a\tb'))).toHaveLength(1)
})

test('of an input that the model allows, takes what the model names, without nulls', () => {
  const input = JSON.parse(
    '{"ClientId":"a","AuthFlow":"USER_SRP_AUTH","Session":null,"__proto__":{"x":1},"Other":[[]],' +
      '"AuthParameters":{"USERNAME":"a","SRP_A":null,"__proto__":"b"}}',
  )
  validate(input, shapeOf('InitiateAuth'))
  const result = modelled(input, shapeOf('InitiateAuth'))
  expect(JSON.stringify(result)).toBe(
    '{"ClientId":"a","AuthFlow":"USER_SRP_AUTH","AuthParameters":{"USERNAME":"a","__proto__":"b"}}',
  )
})

test('tells the developer where and what, without the values', () => {
  const refusal = (input: unknown) => {
    try {
      validate(input, shapeOf('SignUp'))
    } catch (error) {
      return (error as CognitoException).reason
    }
    return undefined
  }
  expect(refusal({ ClientId: 'a b' })).toBe(
    'clientId: Member must satisfy regular expression pattern: [\\w+]+; username: Member must not be null',
  )
  expect(refusal({ ClientId: 'a', Username: 'a', Password: 1 })).toBe('password')
  expect(refusal([])).toBe('(the whole)')
})

test.each([
  ['DateType', Number.POSITIVE_INFINITY, no('DECIMAL', 'milliseconds since epoch')],
  ['DateType', '2026-11-21', no('STRING', 'milliseconds since epoch')],
  ['LongType', 2 ** 53, no('NUMBER', 'a Long')],
  ['AssetBytesType', 1, no('NUMBER', 'a Blob')],
])('%s is not %j', (shape, value, message) => {
  expect(() => validate(value, shape)).toThrow(
    expect.objectContaining({ name: 'SerializationException', message }),
  )
})

test.each([
  ['DateType', 1763715600.5],
  ['LongType', 2 ** 53 - 1],
  ['QueryLimitType', 60],
  ['BooleanType', true],
  ['AssetBytesType', 'AAAA'],
  ['Document', { any: [{ thing: null }] }],
  ['Document', ['any']],
])('%s may be %j, and is taken as it is', (shape, value) => {
  expect(() => validate(value, shape)).not.toThrow()
  expect(modelled(value, shape)).toBe(value)
})

test('a map says of which key it is, and whether it is the key itself or its value', () => {
  const ResourceArn = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a'
  const tags = (Tags: Record<string, string>) => violations('TagResource', { ResourceArn, Tags })
  const long = 'x'.repeat(257)
  expect(tags({ stage: 'test' })).toEqual([])
  expect(tags({ '': 'test', stage: long })).toEqual([
    "Value '' at 'tags.key' failed to satisfy constraint: Member must have length greater than or equal to 1",
    `Value '${long}' at 'tags.stage.member' failed to satisfy constraint: Member must have length less than or equal to 256`,
  ])
  expect(() => validate({}, 'LinksType')).toThrow('Member must have length greater than or equal to 1')
})

test('the length of a blob is that of its bytes, and the bytes are left out of the text', () => {
  const image = (length: number) => Buffer.alloc(length).toString('base64')
  expect(() => validate(image(131_072), 'ImageFileType')).not.toThrow()
  expect(() => validate(image(131_073), 'ImageFileType')).toThrow(
    "1 validation error detected: Value at '' failed to satisfy constraint: Member must have length less than or equal to 131072",
  )
})

test('a pattern speaks about the whole value, and about line ends only where it says so', () => {
  expect(() => validate('Your code:\n{####}', 'SmsInviteMessageType')).not.toThrow()
  expect(violations('AdminGetUser', { UserPoolId: `${UserPoolId}\n`, Username: 'a' })).toHaveLength(1)
  expect(violations('AdminGetUser', { UserPoolId: ` ${UserPoolId}`, Username: 'a' })).toHaveLength(1)
})

test('what the model names is taken within lists, structures and maps, and all of what it calls a document', () => {
  const input = {
    UserPoolId,
    Surprise: 1,
    Settings: { any: [null, { thing: null }] },
    Assets: [{ Category: 'FAVICON_ICO', ColorMode: null, Extension: 'ICO', Surprise: 1 }],
  }
  expect(modelled(input, shapeOf('CreateManagedLoginBranding'))).toStrictEqual({
    UserPoolId,
    Settings: { any: [null, { thing: null }] },
    Assets: [{ Category: 'FAVICON_ICO', Extension: 'ICO' }],
  })
})
