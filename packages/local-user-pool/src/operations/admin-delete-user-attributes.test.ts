import { beforeEach, expect, test } from 'vitest'
import { refused, type TestPool, testPool } from '../test-pool.ts'

const Username = 'hanako@example.com'

let pool: TestPool
let UserPoolId: string
beforeEach(async () => {
  pool = await testPool({
    Schema: [
      { Name: 'name', Required: true },
      { Name: 'tenant', Mutable: false },
    ],
  })
  UserPoolId = pool.userPoolId
  const UserAttributes = [
    { Name: 'nickname', Value: 'Hana' },
    { Name: 'custom:tenant', Value: 'a' },
    { Name: 'name', Value: 'Hanako' },
  ]
  await pool.call('AdminCreateUser', { UserPoolId, Username, UserAttributes })
})

const without = (...UserAttributeNames: string[]) => ({ UserPoolId, Username, UserAttributeNames })

test('takes attributes away', async () => {
  expect(await pool.call('AdminDeleteUserAttributes', without('nickname', 'locale'))).toEqual({})
  expect((await pool.user(Username)).attributes).not.toHaveProperty('nickname')
})

test('an address that is gone signs nobody in', async () => {
  const { username } = await pool.user(Username)
  await pool.call('AdminDeleteUserAttributes', without('email'))
  expect(await pool.refusal('AdminGetUser', { UserPoolId, Username })).toMatchObject({
    name: 'UserNotFoundException',
  })
  expect(await pool.user(username)).toMatchObject({ username })
})

test.each([
  ['custom:tenant', 'custom:tenant: Attribute cannot be updated.'],
  ['sub', 'sub: Attribute cannot be updated.'],
  ['name', 'name: The attribute is required'],
])('keeps %s, and the others with it', async (name, text) => {
  expect(await pool.refusal('AdminDeleteUserAttributes', without('nickname', name))).toEqual(
    refused('InvalidParameter', `Attributes did not conform to the schema: ${text}\n`),
  )
  expect(await pool.user(Username)).toMatchObject({ attributes: { nickname: 'Hana' } })
})

test('is content with what is not there, whatever its name', async () => {
  expect(await pool.call('AdminDeleteUserAttributes', without('constructor', '__proto__'))).toEqual({})
})

test('lets an attribute go although the user lacks one that the pool requires', async () => {
  const other = { UserPoolId, Username: 'other@example.com' }
  await pool.call('AdminCreateUser', { ...other, UserAttributes: [{ Name: 'nickname', Value: 'O' }] })
  await pool.call('AdminDeleteUserAttributes', { ...other, UserAttributeNames: ['nickname'] })
})
