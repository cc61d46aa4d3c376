import { beforeEach, expect, test } from 'vitest'
import { refused, type TestPool, testPool } from '../test-pool.ts'

const Username = 'hanako@example.com'

let pool: TestPool
let user: { UserPoolId: string; Username: string }
beforeEach(async () => {
  pool = await testPool({
    Schema: [
      { Name: 'name', Required: true },
      { Name: 'tenant', Mutable: false },
    ],
  })
  user = { UserPoolId: pool.userPoolId, Username }
  await pool.confirmedUser(Username)
})

const update = (Name: string, Value: string) => ({ ...user, UserAttributes: [{ Name, Value }] })

test('changes attributes, the word that an address is verified included', async () => {
  await pool.call('AdminUpdateUserAttributes', update('email_verified', 'false'))
  expect(await pool.user(Username)).toMatchObject({ attributes: { email_verified: 'false' } })
})

test('a new address is not verified unless the change says so', async () => {
  await pool.call('AdminUpdateUserAttributes', update('email', 'new@example.com'))
  expect(await pool.user('new@example.com')).toMatchObject({ attributes: { email_verified: 'false' } })
  const UserAttributes = [
    { Name: 'email', Value: Username },
    { Name: 'email_verified', Value: 'true' },
  ]
  await pool.call('AdminUpdateUserAttributes', { ...user, Username: 'new@example.com', UserAttributes })
  expect(await pool.user(Username)).toMatchObject({ attributes: { email_verified: 'true' } })
})

test('a new address gets a code that verifies it, unless the change says that it is verified', async () => {
  const { AccessToken } = await pool.tokens(Username)
  await pool.call('AdminUpdateUserAttributes', update('email', 'new@example.com'))
  const Code = await pool.sent('new@example.com')
  await pool.call('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code })
  expect(await pool.user('new@example.com')).toMatchObject({ attributes: { email_verified: 'true' } })
  const UserAttributes = [
    { Name: 'email', Value: 'newer@example.com' },
    { Name: 'email_verified', Value: 'true' },
  ]
  await pool.call('AdminUpdateUserAttributes', { ...user, Username: 'new@example.com', UserAttributes })
  expect(await pool.sent('newer@example.com')).toBe('')
})

test('a blank value takes an attribute away, also where another required one is missing', async () => {
  await pool.call('AdminUpdateUserAttributes', update('nickname', 'Hana'))
  await pool.call('AdminUpdateUserAttributes', update('nickname', ''))
  expect((await pool.user(Username)).attributes).not.toHaveProperty('nickname')
})

test.each([
  ['custom:tenant', 'a', 'custom:tenant: Attribute cannot be updated.'],
  ['sub', 'x', 'sub: Attribute cannot be updated.'],
  ['name', '', 'name: The attribute is required'],
  ['birthdate', 'today', 'birthdate: Attribute value does not conform to the schema.'],
  ['constructor', 'x', 'constructor: Attribute does not exist in the schema.'],
])('%s = %j: %s', async (name, value, text) => {
  const before = await pool.user(Username)
  expect(await pool.refusal('AdminUpdateUserAttributes', update(name, value))).toEqual(
    refused('InvalidParameter', `Attributes did not conform to the schema: ${text}\n`),
  )
  expect(await pool.user(Username)).toEqual(before)
})

test('refuses an address of somebody else', async () => {
  await pool.confirmedUser('taro@example.com')
  expect(await pool.refusal('AdminUpdateUserAttributes', update('email', 'taro@example.com'))).toEqual(
    refused('AliasExists', 'An account with the email already exists.'),
  )
})

test('refuses nobody', async () => {
  expect(
    await pool.refusal('AdminUpdateUserAttributes', { ...update('name', 'x'), Username: 'nobody' }),
  ).toEqual(refused('UserNotFound', 'User does not exist.'))
})
