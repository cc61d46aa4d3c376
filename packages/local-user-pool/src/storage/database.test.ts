import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLocalUserPool, type LocalUserPool } from '../pool.ts'
import type { Operations } from '../protocol/types.generated.ts'
import { exampleSeed, type Seed } from '../seed.ts'
import { Database, DatabaseUnusableError } from './database.ts'
import { migrations } from './migrations/index.ts'

const { clientId: ClientId, userPoolId: UserPoolId } = exampleSeed
const USERNAME = 'hanako@example.com'
const PASSWORD = 'Genkan-2026'
const seed: Seed = {
  ...exampleSeed,
  client: { ClientName: 'test', ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
}

let folder: string
let file: string
let now: number
const open: LocalUserPool[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-user-pool-'))
  file = join(folder, 'pool.sqlite')
  now = Date.UTC(2026, 10, 21, 9)
})
afterEach(() => {
  for (const pool of open.splice(0)) pool.close()
  rmSync(folder, { recursive: true })
})

function start(): LocalUserPool {
  const pool = createLocalUserPool({ storage: { file }, seed, clock: () => now })
  open.push(pool)
  return pool
}

function restarted(pool: LocalUserPool): LocalUserPool {
  open.splice(open.indexOf(pool), 1)
  pool.close()
  return start()
}

async function call<Name extends keyof Operations>(
  pool: LocalUserPool,
  name: Name,
  input: Operations[Name]['input'],
): Promise<Operations[Name]['output']> {
  const response = await pool.fetch(
    new Request('http://localhost:9339/', {
      method: 'POST',
      headers: {
        'x-amz-target': `AWSCognitoIdentityProviderService.${name}`,
        authorization: 'AWS4-HMAC-SHA256 Credential=test',
      },
      body: JSON.stringify(input),
    }),
  )
  const body = await response.json()
  expect([response.status, body]).toMatchObject([200, {}])
  return body as Operations[Name]['output']
}

const signIn = async (pool: LocalUserPool, password = PASSWORD) => {
  const AuthParameters = { USERNAME, PASSWORD: password }
  const answer = await call(pool, 'InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters,
  })
  const { AccessToken = '', RefreshToken = '' } = answer.AuthenticationResult ?? {}
  return { AccessToken, RefreshToken }
}

describe('a file', () => {
  test('keeps users, sessions, keys and what was sent, when it is closed and opened', async () => {
    const before = start()
    const { AccessToken, RefreshToken } = await signIn(before)
    const ask = (pool: LocalUserPool, path: string) =>
      pool.fetch(new Request(`http://localhost:9339${path}`)).then((response) => response.json())
    const paths = [`/${UserPoolId}/.well-known/jwks.json`, '/_local/inbox']
    const seen = await Promise.all(paths.map((path) => ask(before, path)))
    const after = restarted(before)
    expect(await Promise.all(paths.map((path) => ask(after, path)))).toEqual(seen)
    await call(after, 'GetUser', { AccessToken })
    await call(after, 'GetTokensFromRefreshToken', { ClientId, RefreshToken })
    await signIn(after)
  })

  test('keeps what was changed: it is seeded once', async () => {
    const before = start()
    await call(before, 'AdminSetUserPassword', {
      UserPoolId,
      Username: USERNAME,
      Password: 'Another-2026',
      Permanent: true,
    })
    await signIn(restarted(before), 'Another-2026')
  })

  test('keeps an access token good for its hour, when the refresh token that gave it has ended', async () => {
    const before = start()
    const { RefreshToken } = await signIn(before)
    now += (30 * 24 - 0.5) * 60 * 60 * 1000
    const { AuthenticationResult } = await call(before, 'GetTokensFromRefreshToken', {
      ClientId,
      RefreshToken,
    })
    now += 45 * 60 * 1000
    await call(restarted(before), 'GetUser', { AccessToken: AuthenticationResult?.AccessToken ?? '' })
  })

  test('holds no password and no refresh token that could be read', async () => {
    const pool = start()
    await call(pool, 'SignUp', {
      ClientId,
      Username: 'new@example.com',
      Password: 'Sign-up-2026',
      UserAttributes: [{ Name: 'name', Value: 'New' }],
    })
    const { AccessToken, RefreshToken } = await signIn(pool)
    await call(pool, 'ChangePassword', {
      AccessToken,
      PreviousPassword: PASSWORD,
      ProposedPassword: 'Changed-2026',
    })
    const admin = { UserPoolId, Username: 'reset@example.com', Password: 'Admin-2026', Permanent: true }
    await call(pool, 'AdminSetUserPassword', admin)
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
    expect(files.length).toBeGreaterThan(1)
    const bytes = Buffer.concat(files)
    expect(bytes.includes(USERNAME)).toBe(true)
    // Temporary passwords are not among them: the inbox shows the e-mail that carries one.
    for (const secret of ['Sign-up-2026', 'Changed-2026', 'Admin-2026', RefreshToken, AccessToken]) {
      expect(bytes.includes(secret)).toBe(false)
    }
  })

  test('is made with the folders that lead to it', () => {
    file = join(folder, 'a', 'b', 'pool.sqlite')
    start()
    expect(readdirSync(join(folder, 'a', 'b'))).toContain('pool.sqlite')
  })
})

describe('refuses, with words for whoever started the pool,', () => {
  const refusal = () => {
    try {
      start()
    } catch (error) {
      expect(error).toBeInstanceOf(DatabaseUnusableError)
      return (error as Error).message
    }
    return undefined
  }

  test('a file that another pool has open, until that one ends', () => {
    const first = start()
    expect(refusal()).toBe(
      `The database ${file} cannot be used: another process has it open. End that one first, or name another file.`,
    )
    restarted(first)
  })

  test('a file that a pool of this process has open, which keeps all others from it as before', () => {
    start()
    expect(refusal()).toMatch('another process has it open')
    const script = `new (require('node:sqlite').DatabaseSync)(process.argv[1]).exec('BEGIN EXCLUSIVE')`
    const { stderr } = spawnSync(process.execPath, ['-e', script, file], { encoding: 'utf8' })
    expect(stderr).toMatch('database is locked')
  })

  test('a file that is no database, and leaves it as it is', () => {
    writeFileSync(file, 'a letter to a friend '.repeat(100))
    expect(refusal()).toBe(
      `The database ${file} cannot be used: it is not a database of a local user pool. Name another file.`,
    )
    expect(readFileSync(file, 'utf8')).toMatch(/^a letter to a friend/)
  })

  const withDatabase = (sql: string) => {
    const database = new DatabaseSync(file)
    database.exec(sql)
    database.close()
  }

  test.each([0, migrations.length])(
    'a database of something else with version %i, and leaves it as it is, to the last byte',
    (version) => {
      withDatabase(`CREATE TABLE users (name TEXT); PRAGMA user_version = ${version}`)
      const bytes = readFileSync(file)
      expect(refusal()).toBe(`The database ${file} was not written by a local user pool. Name another file.`)
      expect(readFileSync(file)).toEqual(bytes)
    },
  )

  test('a database of a newer version, and lets go of it', () => {
    withDatabase('PRAGMA user_version = 9999')
    expect(refusal()).toBe(
      `The database ${file} was written by a newer version of the local user pool. Use that one, or name another file.`,
    )
    withDatabase('PRAGMA user_version = 0')
    expect(refusal()).toBeUndefined()
  })

  /** The bytes of a pool that was closed, with some of them changed. */
  const damagedFile = (damage: (bytes: Buffer) => Buffer) => {
    restarted(start())
    for (const pool of open.splice(0)) pool.close()
    const bytes = damage(readFileSync(file))
    writeFileSync(file, bytes)
    return bytes
  }

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['a page that is noise', (bytes) => bytes.fill('noise', 3 * 4096, 4 * 4096)],
    ['its end cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ])('a file with %s, and leaves it as it is', (_, damage) => {
    const bytes = damagedFile(damage)
    expect(refusal()).toMatch(
      `The database ${file} cannot be used: it is damaged. Put a copy of it in its place, or name another file.`,
    )
    expect(readFileSync(file)).toEqual(bytes)
  })

  test('a folder', () => {
    file = folder
    expect(refusal()).toBe(`The database ${file} cannot be used: it is a folder. Name a file.`)
  })

  test('a file in the place of a folder', () => {
    writeFileSync(file, 'a letter')
    file = join(file, 'pool.sqlite')
    expect(refusal()).toBe(
      `The database ${file} cannot be used: a folder of that name cannot be made. Name another file.`,
    )
  })

  test.runIf(existsSync('/dev/full'))('a disk without space', () => {
    file = '/dev/full'
    expect(refusal()).toBe(
      'The database /dev/full cannot be used: there is no space left on the disk. Make some; what was answered before is kept.',
    )
  })
})

test('a broken page of a large file, which is not read through at the start, is told when it is met', async () => {
  restarted(start()).close()
  open.length = 0
  const database = new DatabaseSync(file)
  database.exec('CREATE TABLE large AS SELECT zeroblob(33 * 1024 * 1024)')
  const { rootpage } = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'users'").get() ?? {}
  database.close()
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill('noise', (Number(rootpage) - 1) * 4096, Number(rootpage) * 4096))
  const bugs: unknown[] = []
  const pool = createLocalUserPool({ storage: { file }, onBug: (_, error) => bugs.push(error) })
  open.push(pool)
  const headers = {
    'x-amz-target': 'AWSCognitoIdentityProviderService.AdminGetUser',
    authorization: 'AWS4-HMAC-SHA256',
  }
  const body = JSON.stringify({ UserPoolId, Username: USERNAME })
  const response = await pool.fetch(new Request('http://localhost:9339/', { method: 'POST', headers, body }))
  expect([response.status, await response.json()]).toMatchObject([500, { __type: 'InternalErrorException' }])
  expect(bugs).toEqual([
    new DatabaseUnusableError(
      `The database ${file} cannot be used: it is damaged. Put a copy of it in its place, or name another file.`,
    ),
  ])
})

test('a new database has what the migrations make, in a file and in memory, the first of a process and those that follow', () => {
  const migrated = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true })
  migrated.exec(`${migrations.join(';')}; PRAGMA user_version = ${migrations.length}`)
  const made = [
    'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name',
    'SELECT * FROM sqlite_sequence',
    'SELECT * FROM keys',
    'PRAGMA user_version',
    'PRAGMA foreign_keys',
    'PRAGMA integrity_check',
  ]
  const expected = made.map((sql) => migrated.prepare(sql).all())
  for (const location of [{ file }, 'memory', 'memory', 'memory'] as const) {
    const database = new Database(location)
    expect(made.map((sql) => database.all(sql))).toEqual(expected)
    // What one holds is nothing to the next.
    database.run("INSERT INTO keys (name, value) VALUES ('a', 'b')")
    database.close()
  }
})

test('is for its owner alone, with the files that SQLite keeps beside it', async () => {
  const pool = start()
  await pool.fetch(new Request('http://localhost:9339/_local/inbox'))
  const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o077)
  expect(modes.length).toBeGreaterThan(1)
  expect(modes.filter((mode) => mode !== 0)).toEqual([])
})
