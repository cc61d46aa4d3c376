import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Database } from '../database.ts'
import { LoginSessionTable } from '../login-sessions.ts'
import { SignInTable } from '../sign-ins.ts'
import { oauth } from './0008-oauth.ts'
import { migrations } from './index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-user-pool-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A file of the version before, with a user who has signed in. */
function upgraded(): Database {
  const file = join(folder, 'pool.sqlite')
  const older = new DatabaseSync(file)
  const before = migrations.slice(0, migrations.indexOf(oauth))
  older.exec(`${before.join(';')}; PRAGMA user_version = ${before.length}`)
  older.exec(`
    INSERT INTO user_pools VALUES ('pool', '{}');
    INSERT INTO user_pool_clients VALUES ('web', 'pool', '{ "Secrets": [] }');
    INSERT INTO users (pool_id, username, sub, status, enabled, attributes, factors, created_at, modified_at)
      VALUES ('pool', 'hanako', 'sub', 'CONFIRMED', 1, '{}', '{ "enabled": [] }', 1, 1);
    INSERT INTO sign_ins (origin_jti, pool_id, client_id, username, auth_time, expires_at)
      VALUES ('jti', 'pool', 'web', 'hanako', 1, 2);
    INSERT INTO refresh_tokens (hash, origin_jti) VALUES ('hash', 'jti');
  `)
  older.close()
  return new Database({ file })
}

test('sign-ins of an older version are ones through the API', () => {
  const database = upgraded()
  expect(new SignInTable(database).getRefreshToken('hash')).toMatchObject({
    originJti: 'jti',
    username: 'hanako',
    revoked: false,
    scope: null,
    resource: null,
  })
  database.close()
})

test('sessions of the pages end with their user, and both ways to end them are indexed', () => {
  const database = upgraded()
  const sessions = new LoginSessionTable(database)
  sessions.insert({ id: 'id', poolId: 'pool', username: 'hanako', authTime: 1, expiresAt: 2 })
  const planOf = (condition: string) =>
    database
      .all<{ detail: string }>(`EXPLAIN QUERY PLAN DELETE FROM login_sessions WHERE ${condition}`)
      .map(({ detail }) => detail)
      .join()
  expect(planOf('expires_at <= 1')).toContain('login_sessions_by_expiry')
  expect(planOf("pool_id = 'pool' AND username = 'hanako'")).toContain('login_sessions_of_user')
  database.run("DELETE FROM users WHERE username = 'hanako'")
  expect(sessions.get('id')).toBeUndefined()
  database.close()
})
