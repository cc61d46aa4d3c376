import { describe, expect, test } from 'vitest'
import {
  isEmail,
  isPhoneNumber,
  missingAttributes,
  requiredViolation,
  type SchemaAttribute,
  schemaOf,
  schemaViolation,
  withoutBlanks,
} from './schema.ts'

const nothing = 'Attributes did not conform to the schema: '

describe('the schema of a pool', () => {
  test('has the standard attributes, as DescribeUserPool shows them', () => {
    const line = ({ Name, AttributeDataType, Mutable, Required, ...rest }: SchemaAttribute) => {
      const { MinLength, MaxLength } = rest.StringAttributeConstraints ?? {}
      const limits = MinLength ? ` ${MinLength}-${MaxLength}` : ''
      const least = rest.NumberAttributeConstraints ? ` from ${rest.NumberAttributeConstraints.MinValue}` : ''
      expect(rest.DeveloperOnlyAttribute).toBe(false)
      return `${Name} ${AttributeDataType}${limits}${least}${Mutable ? '' : ' fixed'}${Required ? ' required' : ''}`
    }
    expect(schemaOf([]).map(line)).toEqual([
      'sub String 1-2048 fixed required',
      ...['name', 'given_name', 'family_name', 'middle_name', 'nickname', 'preferred_username'].map(
        (name) => `${name} String 0-2048`,
      ),
      ...['profile', 'picture', 'website', 'email'].map((name) => `${name} String 0-2048`),
      'email_verified Boolean',
      'gender String 0-2048',
      'birthdate String 10-10',
      ...['zoneinfo', 'locale', 'phone_number'].map((name) => `${name} String 0-2048`),
      'phone_number_verified Boolean',
      'address String 0-2048',
      'updated_at Number from 0',
    ])
  })

  test('changes a standard attribute where the pool says so, in its place', () => {
    const schema = schemaOf([{ Name: 'name', Required: true }])
    expect(schema.map(({ Name }) => Name)).toEqual(schemaOf([]).map(({ Name }) => Name))
    expect(schema[1]).toEqual({ ...schemaOf([])[1], Required: true })
  })

  test('ends with the pool’s own attributes, prefixed, with what they do not say', () => {
    const own = schemaOf([
      { Name: 'plan' },
      { Name: 'secret', DeveloperOnlyAttribute: true, AttributeDataType: 'Number', Mutable: false },
    ]).slice(schemaOf([]).length)
    expect(own).toEqual([
      {
        Name: 'custom:plan',
        AttributeDataType: 'String',
        DeveloperOnlyAttribute: false,
        Mutable: true,
        Required: false,
      },
      {
        Name: 'dev:custom:secret',
        AttributeDataType: 'Number',
        DeveloperOnlyAttribute: true,
        Mutable: false,
        Required: false,
      },
    ])
  })
})

describe('required attributes', () => {
  const schema = schemaOf([
    { Name: 'email', Required: true },
    { Name: 'name', Required: true },
  ])

  test('that are missing or blank are named, all but `sub`', () => {
    expect(missingAttributes(schema, { name: '' })).toEqual(['name', 'email'])
    expect(requiredViolation(schema, {})).toBe(
      `${nothing}name: The attribute is required\nemail: The attribute is required\n`,
    )
  })

  test('that are there are not', () => {
    expect(requiredViolation(schema, { name: '花子', email: 'hanako@example.com' })).toBeUndefined()
  })
})

describe('a new value', () => {
  const schema = schemaOf([
    { Name: 'text', StringAttributeConstraints: { MinLength: '2', MaxLength: '3' } },
    { Name: 'any' },
    {
      Name: 'number',
      AttributeDataType: 'Number',
      NumberAttributeConstraints: { MinValue: '-1', MaxValue: '9' },
    },
    { Name: 'anyNumber', AttributeDataType: 'Number' },
    { Name: 'time', AttributeDataType: 'DateTime' },
    { Name: 'truth', AttributeDataType: 'Boolean' },
    { Name: 'fixed', Mutable: false },
  ])

  test.each([
    ['custom:text', 'ab'],
    ['custom:text', 'abc'],
    ['custom:text', ''],
    ['custom:any', 'x'.repeat(2048)],
    ['custom:number', '-1'],
    ['custom:number', '9'],
    ['custom:anyNumber', '-123456789'],
    ['custom:anyNumber', '123456789'],
    ['custom:time', '2026-11-21T09:00:00Z'],
    ['custom:truth', 'true'],
    ['custom:truth', 'false'],
    ['custom:fixed', 'once'],
    ['email', 'hanako@example.com'],
    ['email', ''],
    ['phone_number', '+819012345678'],
    ['phone_number', ''],
    ['birthdate', '2000-01-01'],
    ['updated_at', '0'],
  ])('%s: %j fits', (name, value) => {
    expect(schemaViolation(schema, { [name]: value })).toBeUndefined()
  })

  test.each([
    ['custom:text', 'a'],
    ['custom:text', 'abcd'],
    ['custom:any', 'x'.repeat(2049)],
    ['custom:number', '-2'],
    ['custom:number', '10'],
    ['custom:number', '1.5'],
    ['custom:number', 'a1'],
    ['custom:number', '1a'],
    ['custom:anyNumber', 'many'],
    ['custom:time', 'yesterday'],
    ['custom:truth', 'yes'],
    ['birthdate', '2000-1-1'],
    ['updated_at', '-1'],
  ])('%s: %j does not conform', (name, value) => {
    expect(schemaViolation(schema, { [name]: value })).toBe(
      `${nothing}${name}: Attribute value does not conform to the schema.\n`,
    )
  })

  test('of an attribute that the pool does not have is refused, beside others that are', () => {
    expect(schemaViolation(schema, { hobby: 'go', 'custom:truth': 'yes', name: '花子' })).toBe(
      `${nothing}hobby: Attribute does not exist in the schema.\n` +
        'custom:truth: Attribute value does not conform to the schema.\n',
    )
  })

  test('of an immutable attribute is refused to a user who is there already', () => {
    expect(schemaViolation(schema, { 'custom:fixed': 'twice' }, true)).toBe(
      `${nothing}custom:fixed: Attribute cannot be updated.\n`,
    )
    expect(schemaViolation(schema, { 'custom:any': 'twice' }, true)).toBeUndefined()
  })

  test('is looked at for its format where all conform', () => {
    expect(schemaViolation(schema, { email: 'hanako' })).toBe('Invalid email address format.')
    expect(schemaViolation(schema, { phone_number: '0901234' })).toBe('Invalid phone number format.')
    expect(schemaViolation(schema, { email: 'hanako', 'custom:truth': 'yes' })).toMatch(nothing)
  })
})

test('an attribute with a blank value is one that is not there', () => {
  expect(withoutBlanks({ name: '', email: 'a@example.com' })).toEqual({ email: 'a@example.com' })
})

test.each(['hanako@example.com', 'hanako.yamada+shop@mail.example.co.jp', '花子@例え.jp'])(
  '%s is an e-mail address',
  (text) => {
    expect(isEmail(text)).toBe(true)
  },
)

test.each([
  ...['hanako', '@example.com', 'hanako@example', 'hanako@.com', 'hanako@example.', 'hanako@example..com'],
  ...[
    'a b@example.com',
    'a@b@example.com',
    'a@exam ple.com',
    'a@example.c om',
    'a@example.com ',
    ' a@example.com',
  ],
  ...['"a"@example.com', 'a(b)@example.com', 'a,b@example.com', 'a:b@example.com', 'a;b@example.com'],
  ...['<a>@example.com', '[a]@example.com', 'a\\b@example.com'],
])('%j is none', (text) => {
  expect(isEmail(text)).toBe(false)
})

test.each(['+12', '+819012345678', '+123456789012345'])('%s is a phone number', (text) => {
  expect(isPhoneNumber(text)).toBe(true)
})

test.each(['+1', '819012345678', '+0123', '+1234567890123456', '+81-90-1234', 'a+12345', '+12345a'])(
  '%j is none',
  (text) => {
    expect(isPhoneNumber(text)).toBe(false)
  },
)
