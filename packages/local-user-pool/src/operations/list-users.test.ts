import { beforeAll, describe, expect, test } from 'vitest'
import { refused, type TestPool, testPool } from '../test-pool.ts'

const people = {
  alice: { email: 'alice@example.com', given_name: 'Alice', family_name: 'Reddy "Red"' },
  bob: { email: 'bob@example.com', given_name: 'Bob', phone_number: '+819012345678' },
  carol: { email: 'carol@example.org', given_name: 'Carol', preferred_username: 'caro' },
} as const

async function populated(settings = {}): Promise<TestPool> {
  const pool = await testPool({ UsernameAttributes: [], ...settings })
  for (const [Username, attributes] of Object.entries(people)) {
    const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
    await pool.call('AdminCreateUser', { UserPoolId: pool.userPoolId, Username, UserAttributes })
  }
  return pool
}

const names = async (pool: TestPool, input = {}) => {
  const { Users = [] } = await pool.call('ListUsers', { UserPoolId: pool.userPoolId, ...input })
  return Users.map(({ Username }) => Username)
}

describe('a filter', () => {
  let pool: TestPool
  beforeAll(async () => {
    pool = await populated()
    const user = { UserPoolId: pool.userPoolId, Username: 'bob' }
    await pool.call('AdminSetUserPassword', { ...user, Password: 'Genkan-2026', Permanent: true })
    await pool.call('AdminDisableUser', user)
  })

  test.each([
    ['', ['alice', 'bob', 'carol']],
    ['username = "bob"', ['bob']],
    ['username ^= "a"', ['alice']],
    ['email="carol@example.org"', ['carol']],
    ['email ^= "ALICE@"', ['alice']],
    ['email = "ALICE@Example.com"', ['alice']],
    ['email = "ålice@example.com"', []],
    ['phone_number = "+819012345678"', ['bob']],
    ['given_name = "nobody"', []],
    ['family_name = "Reddy \\"Red\\""', ['alice']],
    ['phone_number ^= "+81"', ['bob']],
    ['preferred_username = "caro"', ['carol']],
    ['cognito:user_status = "force_change_password"', ['alice', 'carol']],
    ['status = "Disabled"', ['bob']],
    ['status = "disabled"', []],
    ['status ^= "En"', ['alice', 'carol']],
    ['name = "Alice"', []],
  ])('%s', async (Filter, expected) => {
    expect(await names(pool, { Filter })).toEqual(expected)
  })

  test('by sub', async () => {
    const { attributes } = await pool.user('carol')
    expect(await names(pool, { Filter: `sub = "${attributes.sub}"` })).toEqual(['carol'])
  })

  test('by an address that several have, a page at a time', async () => {
    const several = await testPool({ UsernameAttributes: [] })
    const { userPoolId: UserPoolId } = several
    const UserAttributes = [{ Name: 'email', Value: 'Family@example.com' }]
    for (const Username of ['c', 'a', 'd', 'b']) {
      await several.call('AdminCreateUser', { UserPoolId, Username, UserAttributes })
    }
    const input = { UserPoolId, Filter: 'email = "family@example.com"', Limit: 3 }
    const { Users, PaginationToken } = await several.call('ListUsers', input)
    expect(Users?.map(({ Username }) => Username)).toEqual(['a', 'b', 'c'])
    expect(await names(several, { ...input, PaginationToken })).toEqual(['d'])
  })

  test.each([
    ['nonsense', 'Error while parsing filter'],
    ['email = alice', 'Error while parsing filter'],
    ['email = "a" and email = "b"', 'Error while parsing filter'],
    ['custom:foo = "a"', 'Invalid search attribute: custom:foo'],
    ['__proto__ = "a"', 'Invalid search attribute: __proto__'],
    ['constructor = "a"', 'Invalid search attribute: constructor'],
  ])('%s is refused', async (Filter, message) => {
    expect(await pool.refusal('ListUsers', { UserPoolId: pool.userPoolId, Filter })).toEqual(
      refused('InvalidParameter', message),
    )
  })

  test('shows the attributes that are asked for', async () => {
    const input = { UserPoolId: pool.userPoolId, Filter: 'username = "alice"', AttributesToGet: ['email'] }
    const { Users } = await pool.call('ListUsers', input)
    expect(Users).toMatchObject([{ Attributes: [{ Name: 'email', Value: 'alice@example.com' }] }])
  })

  test('refuses to show what not everybody has who is found', async () => {
    const input = { UserPoolId: pool.userPoolId, AttributesToGet: ['email', 'phone_number'] }
    expect(await pool.refusal('ListUsers', input)).toEqual(
      refused('InvalidParameter', 'One or more requested attributes do not exist.'),
    )
    const { Users } = await pool.call('ListUsers', { ...input, Filter: 'username = "bob"' })
    expect(Users?.[0]?.Attributes?.map(({ Name }) => Name)).toEqual(['email', 'phone_number'])
  })

  test('compares letter case where the pool tells users apart by it', async () => {
    const strict = await populated({ UsernameConfiguration: { CaseSensitive: true } })
    expect(await names(strict, { Filter: 'email ^= "ALICE@"' })).toEqual([])
  })
})

describe('pages', () => {
  test('hold each user once, while others come and go', async () => {
    const pool = await populated()
    const user = { UserPoolId: pool.userPoolId }
    const first = await pool.call('ListUsers', { ...user, Limit: 1 })
    await pool.call('AdminDeleteUser', { ...user, Username: 'alice' })
    await pool.call('AdminCreateUser', { ...user, Username: 'aaron' })
    await pool.call('AdminCreateUser', { ...user, Username: 'bert' })
    const PaginationToken = first.PaginationToken ?? ''
    expect(await names(pool, { Limit: 2, PaginationToken })).toEqual(['bert', 'bob'])
  })

  test('hold 60 users at most, also of those that a filter finds among many', async () => {
    const pool = await testPool({ UsernameAttributes: [] })
    const user = { UserPoolId: pool.userPoolId }
    for (let count = 0; count < 130; count += 1) {
      const Username = `user-${String(count).padStart(3, '0')}`
      await pool.call('SignUp', { ClientId: pool.clientId, Username, Password: 'Genkan-2026' })
      if (count % 2) await pool.call('AdminConfirmSignUp', { ...user, Username })
    }
    const all = await pool.call('ListUsers', user)
    expect(all.Users).toHaveLength(60)
    const Filter = 'cognito:user_status = "CONFIRMED"'
    const found = await pool.call('ListUsers', { ...user, Filter })
    expect(found.Users).toHaveLength(60)
    const rest = await names(pool, { Filter, PaginationToken: found.PaginationToken })
    expect(rest).toEqual(['user-121', 'user-123', 'user-125', 'user-127', 'user-129'])
  })

  test('refuse a token that nobody gave', async () => {
    const { refusal, userPoolId: UserPoolId } = await testPool()
    expect(await refusal('ListUsers', { UserPoolId, PaginationToken: 'nonsense' })).toEqual(
      refused('InvalidParameter', 'Invalid pagination token given.'),
    )
  })
})
