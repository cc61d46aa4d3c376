import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { createLocalUserPool } from './pool.ts'
import { exampleSeed } from './seed.ts'

test('what has ended is forgotten bit by bit, whatever there is of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-user-pool-'))
  const file = join(folder, 'pool.sqlite')
  createLocalUserPool({ storage: { file }, seed: exampleSeed }).close()
  const left = () => {
    const database = new DatabaseSync(file)
    const { left } = database.prepare('SELECT count(*) AS left FROM challenges').get() as { left: number }
    database.close()
    return left
  }
  const database = new DatabaseSync(file)
  const insert = database.prepare(
    `INSERT INTO challenges (id, pool_id, client_id, name, state, expires_at) VALUES (?, ?, ?, 'SMS_MFA', '{}', ?)`,
  )
  for (let id = 0; id < 1000; id += 1) {
    insert.run(`${id}`, exampleSeed.userPoolId, exampleSeed.clientId, id === 999 ? Date.now() * 2 : 1)
  }
  database.close()

  createLocalUserPool({ storage: { file } }).close()
  expect(left()).toBe(800)

  const pool = createLocalUserPool({ storage: { file } })
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate)
  pool.close()
  expect(left()).toBe(1)
  rmSync(folder, { recursive: true })
})
