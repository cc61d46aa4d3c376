import { beforeEach, describe, expect, test } from 'vitest'
import { createLocalUserPool, type LocalUserPool } from '../../pool.ts'
import { model } from '../../protocol/model.ts'
import type { Operations } from '../../protocol/types.generated.ts'
import { exampleSeed, type Seed } from '../../seed.ts'
import { sharedKeys } from '../../test-keys.ts'

const address = 'http://localhost:9339'
const { clientId: ClientId, userPoolId: UserPoolId } = exampleSeed
const seed: Seed = {
  ...exampleSeed,
  client: { ClientName: 'test', ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
}
const [{ email: USERNAME, password: PASSWORD } = { email: '', password: '' }] = seed.users

const bugs: unknown[] = []
let pool: LocalUserPool
beforeEach(() => {
  bugs.length = 0
  pool = newPool(seed)
  return () => expect(bugs).toEqual([])
})

const newPool = (seed?: Seed) =>
  createLocalUserPool({
    ...(seed && { seed }),
    newSigningKey: sharedKeys(),
    onBug: (...bug) => bugs.push(bug),
  })

const ask = (method: string, path: string, body?: string, of = pool) =>
  of.fetch(new Request(`${address}/_local/${path}`, { method, ...(body !== undefined && { body }) }))

async function call<Name extends keyof Operations>(
  name: Name,
  input: Operations[Name]['input'],
  of = pool,
): Promise<Operations[Name]['output'] & { readonly __type?: string }> {
  const response = await of.fetch(
    new Request(address, {
      method: 'POST',
      headers: { 'x-amz-target': `${model.service}.${name}`, authorization: 'AWS4-HMAC-SHA256' },
      body: JSON.stringify(input),
    }),
  )
  return (await response.json()) as never
}

const signIn = (of = pool) =>
  call(
    'InitiateAuth',
    { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME, PASSWORD } },
    of,
  )

const emails = async (of = pool) => {
  const { Users = [] } = await call('ListUsers', { UserPoolId }, of)
  return Users.map(({ Attributes = [] }) => Attributes.find(({ Name }) => Name === 'email')?.Value).sort()
}

const json = async (path: string) => (await ask('GET', path)).json()

describe('a reset', () => {
  test('brings back the seed, its codes, and nothing else', async () => {
    await call('AdminDeleteUser', { UserPoolId, Username: USERNAME })
    await call('AdminCreateUser', { UserPoolId, Username: 'new@example.com' })
    await call('CreateUserPool', { PoolName: 'another' })
    expect((await ask('POST', 'reset')).status).toBe(204)
    expect(await emails()).toEqual(seed.users.map(({ email }) => email).sort())
    expect((await call('ListUserPools', { MaxResults: 60 })).UserPools).toHaveLength(1)
    expect((await json('inbox')) as { items: unknown[] }).toMatchObject({
      items: [{ kind: 'reset' }, { kind: 'invitation' }, { kind: 'sign-up' }],
    })
    expect((await signIn()).AuthenticationResult).toBeDefined()
  })

  test('puts the clock right, removes the faults, and forgets the requests and lockouts', async () => {
    await ask('PUT', 'clock', '{ "advance": 60 }')
    for (let count = 0; count < 6; count += 1) {
      await call('InitiateAuth', {
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME, PASSWORD: 'wrong' },
      })
    }
    await ask('PUT', 'faults', '[{ "kind": "cut" }]')
    await ask('POST', 'reset')
    expect(await json('clock')).toMatchObject({ moved: 0 })
    expect(await json('faults')).toEqual([])
    expect(await json('requests')).toEqual({ items: [] })
    expect((await signIn()).AuthenticationResult).toBeDefined()
  })

  test('keeps the keys, so that whoever has fetched them need not do so again', async () => {
    const keys = async () =>
      (await pool.fetch(new Request(`${address}/${UserPoolId}/.well-known/jwks.json`))).json()
    const before = await keys()
    await ask('POST', 'reset')
    expect(await keys()).toEqual(before)
  })

  test('ends every session', async () => {
    const { AuthenticationResult } = await signIn()
    await ask('POST', 'reset')
    const { AccessToken = '', RefreshToken = '' } = AuthenticationResult ?? {}
    for (const answer of [
      await call('GetUser', { AccessToken }),
      await call('GetTokensFromRefreshToken', { ClientId, RefreshToken }),
    ]) {
      expect(answer).toMatchObject({ __type: 'NotAuthorizedException' })
    }
  })

  test('follows the template anew, and requests that come meanwhile wait for it', async () => {
    const Users = { Type: 'AWS::Cognito::UserPool', Properties: { UserPoolName: 'of a template' } }
    pool = createLocalUserPool({
      definition: { template: { Resources: { Users } } },
      onBug: (...bug) => bugs.push(bug),
    })
    const { UserPools: before = [] } = await call('ListUserPools', { MaxResults: 60 })
    expect(before).toMatchObject([{ Name: 'of a template' }])
    await call('CreateUserPool', { PoolName: 'another' })
    // Once it has been loaded, a reset begins at the moment it is asked for.
    await ask('GET', 'snapshot')
    const resets = [ask('POST', 'reset'), ask('POST', 'reset')]
    await Promise.resolve()
    const { UserPools: meanwhile = [] } = await call('ListUserPools', { MaxResults: 60 })
    expect((await Promise.all(resets)).map(({ status }) => status)).toEqual([204, 204])
    const { UserPools: after = [] } = await call('ListUserPools', { MaxResults: 60 })
    for (const pools of [meanwhile, after]) expect(pools.map(({ Id }) => Id)).toEqual([before[0]?.Id])
  })

  test('empties a pool that began with nothing', async () => {
    pool = newPool()
    await call('CreateUserPool', { PoolName: 'another' })
    await ask('POST', 'reset')
    expect(await call('ListUserPools', { MaxResults: 60 })).toEqual({ UserPools: [] })
  })
})

describe('an export', () => {
  test('makes another pool the same, whose users sign in', async () => {
    await call('CreateGroup', { UserPoolId, GroupName: 'staff' })
    await call('AdminAddUserToGroup', { UserPoolId, Username: USERNAME, GroupName: 'staff' })
    const other = newPool()
    expect((await ask('PUT', 'import', await (await ask('GET', 'export')).text(), other)).status).toBe(204)
    expect(await emails(other)).toEqual(await emails())
    expect(await call('DescribeUserPool', { UserPoolId }, other)).toEqual(
      await call('DescribeUserPool', { UserPoolId }),
    )
    expect((await call('ListUsersInGroup', { UserPoolId, GroupName: 'staff' }, other)).Users).toHaveLength(1)
    expect((await signIn(other)).AuthenticationResult).toBeDefined()
    expect(await (await ask('GET', 'export', undefined, other)).json()).toEqual(await json('export'))
  })

  test('has no password, no code, no session and no key', async () => {
    const { AuthenticationResult } = await signIn()
    const { items } = (await json('inbox')) as { items: { secret: string }[] }
    const text = await (await ask('GET', 'export')).text()
    expect(text).toContain(USERNAME)
    for (const secret of [
      PASSWORD,
      AuthenticationResult?.RefreshToken ?? '',
      ...items.map(({ secret }) => secret),
    ])
      expect(text).not.toContain(secret)
    const { tables } = JSON.parse(text)
    for (const name of ['keys', 'inbox', 'codes', 'sign_ins', 'refresh_tokens', 'challenges'])
      expect(tables).not.toHaveProperty(name)
  })

  test('of an older version is brought up to date', async () => {
    type User = { factors?: unknown; former_passwords?: unknown }
    const { tables, ...rest } = (await json('export')) as { tables: Record<string, User[]> }
    const { user_pools, user_pool_clients, user_pool_groups, users, logins, group_members } = tables
    const first = {
      ...rest,
      version: 1,
      tables: {
        user_pools,
        user_pool_clients,
        user_pool_groups,
        users: users?.map(({ factors, former_passwords, ...user }) => user),
        logins,
        group_members,
      },
    }
    const other = newPool()
    expect((await ask('PUT', 'import', JSON.stringify(first), other)).status).toBe(204)
    expect((await signIn(other)).AuthenticationResult).toBeDefined()
  })
})

test.each([
  ['user_pools', 'Mfa'],
  ['user_pool_clients', 'Secrets'],
])(
  'an import is refused where a document of %s lacks %s, which this version always has',
  async (table, member) => {
    const whole = (await json('export')) as {
      tables: Record<string, { document: Record<string, unknown> }[]>
    }
    delete whole.tables[table]?.[0]?.document[member]
    const response = await ask('PUT', 'import', JSON.stringify(whole))
    expect([response.status, await response.text()]).toEqual([
      400,
      `${table}[0].document.${member} is missing.`,
    ])
  },
)

describe('an import is refused, and changes nothing, with', () => {
  const header = '"format": "local-user-pool", "version": 1'
  test.each([
    ['', 'The body must be a JSON object, such as what /_local/export answers.'],
    ['{}', 'It is not an export of a local user pool: its format is not "local-user-pool".'],
    ['{ "format": "local-user-pool" }', 'version must be a whole number from 1.'],
    [
      '{ "format": "local-user-pool", "version": 9999, "tables": {} }',
      'It was exported by a newer version of the local user pool.',
    ],
    [`{ ${header} }`, 'tables must be an object.'],
    [`{ ${header}, "tables": { "users": {} } }`, 'tables.users must be a list of rows.'],
    [`{ ${header}, "tables": { "keys": [] } }`, 'There is no table keys.'],
    [`{ ${header}, "tables": { "users": [{ "nickname": "花" }] } }`, 'users[0].nickname is unknown.'],
    [
      `{ ${header}, "tables": { "user_pools": [{ "id": "a_b", "document": "none" }] } }`,
      'user_pools[0].document must be a JSON object or list.',
    ],
    [
      `{ ${header}, "tables": { "user_pools": [{ "id": "a_b", "document": { "Policies": [] } }] } }`,
      'user_pools[0].document.Policies is not what the API has there.',
    ],
    [
      `{ ${header}, "tables": { "pool_documents": [{ "kind": "terms", "document": { "Links": "none" } }] } }`,
      'pool_documents[0].document.Links is not what the API has there.',
    ],
    [
      `{ ${header}, "tables": { "user_pools": [{ "id": "a_b", "document": { "Id": "a_c" } }] } }`,
      'user_pools[0].document.Id is another one than id.',
    ],
    [
      `{ ${header}, "tables": { "users": [{ "created_at": 9007199254740992 }] } }`,
      'users[0].created_at is too large a number.',
    ],
    [
      `{ ${header}, "tables": { "user_pools": [{ "id": "a_b" }] } }`,
      'user_pools[0] does not fit: NOT NULL constraint failed: user_pools.document.',
    ],
    [
      `{ ${header}, "tables": { "user_pool_clients": [{ "id": "c", "pool_id": "a_b", "document": { "ClientId": "c", "UserPoolId": "a_b" } }] } }`,
      'A row of user_pool_clients belongs to something that is not there.',
    ],
  ])('%s', async (body, message) => {
    const response = await ask('PUT', 'import', body)
    expect([response.status, await response.text()]).toEqual([400, message])
    expect(await emails()).toHaveLength(seed.users.length)
  })
})
