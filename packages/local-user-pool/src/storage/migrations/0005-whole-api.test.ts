import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Database } from '../database.ts'
import { UserPoolClientTable } from '../user-pool-clients.ts'
import { wholeApi } from './0005-whole-api.ts'
import { migrations } from './index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-user-pool-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('app clients of an older version keep the secret that they had, or none', () => {
  const file = join(folder, 'pool.sqlite')
  const older = new DatabaseSync(file)
  const before = migrations.slice(0, migrations.indexOf(wholeApi))
  older.exec(`${before.join(';')}; PRAGMA user_version = ${before.length}`)
  older.exec(`INSERT INTO user_pools VALUES ('pool', '{}')`)
  const insert = older.prepare(`INSERT INTO user_pool_clients VALUES (?, 'pool', ?)`)
  insert.run(
    'server',
    JSON.stringify({ ClientId: 'server', ClientSecret: 'secret', CreationDate: 1795251600.5 }),
  )
  insert.run('web', JSON.stringify({ ClientId: 'web' }))
  older.close()

  const database = new Database({ file })
  const clients = new UserPoolClientTable(database)
  expect(clients.get('server')).toEqual({
    ClientId: 'server',
    CreationDate: 1795251600.5,
    Secrets: [{ Id: 'server--1795251600500', Value: 'secret', CreationDate: 1795251600.5 }],
  })
  expect(clients.get('web')).toEqual({ ClientId: 'web', Secrets: [] })
  database.close()
})
