import { beforeEach, describe, expect, test } from 'vitest'
import { refused, type TestPool, testPassword, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'

let pool: TestPool
let AccessToken: string
async function start(...settings: Parameters<typeof testPool>) {
  pool = await testPool(...settings)
  await pool.confirmedUser(email)
  AccessToken = (await pool.tokens(email)).AccessToken
}
beforeEach(() => start())

const input = (Name: string, Value: string) => ({ AccessToken, UserAttributes: [{ Name, Value }] })

test('changes attributes, and keeps the others', async () => {
  const UserAttributes = [
    { Name: 'name', Value: '山田 花子' },
    { Name: 'birthdate', Value: '2000-01-31' },
  ]
  expect(await pool.call('UpdateUserAttributes', { AccessToken, UserAttributes })).toEqual({
    CodeDeliveryDetailsList: [],
  })
  expect(await pool.user(email)).toMatchObject({
    attributes: { name: '山田 花子', birthdate: '2000-01-31', email, email_verified: 'true' },
  })
})

test('a blank value takes an attribute away', async () => {
  await pool.call('UpdateUserAttributes', input('birthdate', '2000-01-31'))
  await pool.call('UpdateUserAttributes', input('birthdate', ''))
  expect((await pool.user(email)).attributes).not.toHaveProperty('birthdate')
})

describe('a new e-mail address', () => {
  test('is not verified, gets a code, and signs the user in from now on', async () => {
    expect(await pool.call('UpdateUserAttributes', input('email', 'new@example.org'))).toEqual({
      CodeDeliveryDetailsList: [
        { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'n***@e***' },
      ],
    })
    expect(await pool.sent('new@example.org')).toMatch(/^\d{6}$/)
    expect(await pool.user('new@example.org')).toMatchObject({ attributes: { email_verified: 'false' } })
    expect(await pool.tokens('new@example.org')).toHaveProperty('AccessToken')
    expect(await pool.signInRefusal(email, testPassword)).toEqual(
      refused('NotAuthorized', 'Incorrect username or password.'),
    )
  })

  test('that is the old one stays verified, and gets none', async () => {
    expect(await pool.call('UpdateUserAttributes', input('email', email))).toEqual({
      CodeDeliveryDetailsList: [],
    })
    expect(await pool.user(email)).toMatchObject({ attributes: { email_verified: 'true' } })
  })

  test('that belongs to somebody else is refused, in any letter case, and nothing is sent', async () => {
    await pool.confirmedUser('taro@example.com')
    expect(await pool.refusal('UpdateUserAttributes', input('email', 'TARO@example.com'))).toEqual(
      refused('AliasExists', 'An account with the email already exists.'),
    )
    expect(await pool.user(email)).toMatchObject({ attributes: { email, email_verified: 'true' } })
    expect(await pool.sent('taro@example.com')).toBe('')
  })
})

test.each([
  ['email', 'no address', 'Invalid email address format.'],
  ['phone_number', '090-1234-5678', 'Invalid phone number format.'],
  [
    'nonsense',
    'x',
    'Attributes did not conform to the schema: nonsense: Attribute does not exist in the schema.\n',
  ],
  [
    '__proto__',
    'x',
    'Attributes did not conform to the schema: __proto__: Attribute does not exist in the schema.\n',
  ],
])('refuses %s = %s and changes nothing', async (name, value, message) => {
  const before = await pool.user(email)
  expect(await pool.refusal('UpdateUserAttributes', input(name, value))).toEqual(
    refused('InvalidParameter', message),
  )
  expect(await pool.user(email)).toEqual(before)
})

test.each(['sub', 'email_verified', 'phone_number_verified', 'dev:custom:plan'])(
  'nobody may write %s of themselves',
  async (name) => {
    expect(await pool.refusal('UpdateUserAttributes', input(name, 'true'))).toEqual(
      refused('NotAuthorized', 'A client attempted to write unauthorized attribute'),
    )
  },
)

test('writes only what the client may write', async () => {
  await start({}, { WriteAttributes: ['name'] })
  await pool.call('UpdateUserAttributes', input('name', 'Hanako'))
  expect(await pool.refusal('UpdateUserAttributes', input('nickname', 'Hana'))).toEqual(
    refused('NotAuthorized', 'A client attempted to write unauthorized attribute'),
  )
})

describe('the pool’s own attributes', () => {
  beforeEach(() =>
    start({
      Schema: [
        { Name: 'nickname', Required: true },
        { Name: 'tenant', AttributeDataType: 'String', Mutable: false },
        {
          Name: 'age',
          AttributeDataType: 'Number',
          NumberAttributeConstraints: { MinValue: '0', MaxValue: '150' },
        },
        { Name: 'news', AttributeDataType: 'Boolean' },
        { Name: 'code', StringAttributeConstraints: { MinLength: '2', MaxLength: '4' } },
      ],
    }),
  )
  const refusal = (text: string) =>
    refused('InvalidParameter', `Attributes did not conform to the schema: ${text}\n`)

  test.each([
    ['custom:age', '17'],
    ['custom:news', 'true'],
    ['custom:code', 'abc'],
  ])('take %s = %s', async (name, value) => {
    await pool.call('UpdateUserAttributes', input(name, value))
    expect(await pool.user(email)).toMatchObject({ attributes: { [name]: value } })
  })

  test.each([
    ['custom:age', '151'],
    ['custom:age', 'old'],
    ['custom:news', 'yes'],
    ['custom:code', 'a'],
    ['custom:code', 'abcde'],
  ])('refuse %s = %s', async (name, value) => {
    expect(await pool.refusal('UpdateUserAttributes', input(name, value))).toEqual(
      refusal(`${name}: Attribute value does not conform to the schema.`),
    )
  })

  test('are not changed where they are immutable', async () => {
    expect(await pool.refusal('UpdateUserAttributes', input('custom:tenant', 'other'))).toEqual(
      refusal('custom:tenant: Attribute cannot be updated.'),
    )
  })

  test('are not taken away where they are required', async () => {
    expect(await pool.refusal('UpdateUserAttributes', input('nickname', ''))).toEqual(
      refusal('nickname: The attribute is required'),
    )
  })
})
