import { beforeEach, expect, test } from 'vitest'
import { refused, type TestPool, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'

let pool: TestPool
let AccessToken: string
beforeEach(async () => {
  pool = await testPool(
    {
      Schema: [
        { Name: 'name', Required: true },
        { Name: 'tenant', Mutable: false },
      ],
    },
    { WriteAttributes: ['email', 'name', 'nickname', 'phone_number', 'custom:tenant'] },
  )
  await pool.call('AdminCreateUser', {
    UserPoolId: pool.userPoolId,
    Username: email,
    UserAttributes: Object.entries({
      name: 'Hanako',
      nickname: 'Hana',
      phone_number: '+819012345678',
      phone_number_verified: 'true',
      'custom:tenant': 'a',
    }).map(([Name, Value]) => ({ Name, Value })),
  })
  const Username = email
  const Password = 'Genkan-2026'
  await pool.call('AdminSetUserPassword', {
    UserPoolId: pool.userPoolId,
    Username,
    Password,
    Permanent: true,
  })
  AccessToken = (await pool.tokens(email)).AccessToken
})

test('takes attributes away; an address goes with the word that it is verified', async () => {
  const UserAttributeNames = ['nickname', 'phone_number']
  expect(await pool.call('DeleteUserAttributes', { AccessToken, UserAttributeNames })).toEqual({})
  const { attributes } = await pool.user(email)
  expect(Object.keys(attributes).sort()).toEqual(['custom:tenant', 'email', 'name', 'sub'])
})

test('is content with an attribute that the user does not have', async () => {
  const UserAttributeNames = ['nickname']
  await pool.call('DeleteUserAttributes', { AccessToken, UserAttributeNames })
  expect(await pool.call('DeleteUserAttributes', { AccessToken, UserAttributeNames })).toEqual({})
})

test.each([
  ['name', 'InvalidParameter', 'Attributes did not conform to the schema: name: The attribute is required\n'],
  [
    'custom:tenant',
    'InvalidParameter',
    'Attributes did not conform to the schema: custom:tenant: Attribute cannot be updated.\n',
  ],
  ['sub', 'NotAuthorized', 'A client attempted to write unauthorized attribute'],
  ['locale', 'NotAuthorized', 'A client attempted to write unauthorized attribute'],
])('keeps %s, and the others with it', async (name, exception, message) => {
  const UserAttributeNames = ['nickname', name]
  expect(await pool.refusal('DeleteUserAttributes', { AccessToken, UserAttributeNames })).toEqual(
    refused(exception, message),
  )
  expect(await pool.user(email)).toMatchObject({ attributes: { nickname: 'Hana' } })
})
