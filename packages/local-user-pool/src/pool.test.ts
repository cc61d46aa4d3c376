import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
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
  database.exec('BEGIN')
  for (let id = 0; id < 1000; id += 1) {
    insert.run(`${id}`, exampleSeed.userPoolId, exampleSeed.clientId, id === 999 ? Date.now() * 2 : 1)
  }
  database.exec('COMMIT')
  database.close()

  createLocalUserPool({ storage: { file } }).close()
  expect(left()).toBe(800)

  const pool = createLocalUserPool({ storage: { file } })
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate)
  pool.close()
  expect(left()).toBe(1)
  rmSync(folder, { recursive: true })
})

test('what has ended while a pool runs is forgotten after ten minutes, when the next request comes', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const folder = mkdtempSync(join(tmpdir(), 'local-user-pool-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'pool.sqlite')
  /** How many are left of the challenge that a sign-in by SRP makes, and that ends at once. */
  const leftAfter = async (minutes: number) => {
    let now = Date.now()
    const pool = createLocalUserPool({ storage: { file }, seed: exampleSeed, clock: () => now })
    await pool.fetch(
      new Request('http://localhost:9339/', {
        method: 'POST',
        headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth' },
        body: JSON.stringify({
          ClientId: exampleSeed.clientId,
          AuthFlow: 'USER_SRP_AUTH',
          AuthParameters: { USERNAME: 'hanako@example.com', SRP_A: 'ab' },
        }),
      }),
    )
    now += 24 * 60 * 60 * 1000
    vi.advanceTimersByTime(minutes * 60 * 1000)
    await pool.fetch(new Request('http://localhost:9339/_local/health'))
    await new Promise(setImmediate)
    pool.close()
    const database = new DatabaseSync(file)
    const { left } = database.prepare('SELECT count(*) AS left FROM challenges').get() as { left: number }
    database.close()
    rmSync(file)
    return left
  }
  expect(await leftAfter(9)).toBe(1)
  expect(await leftAfter(10)).toBe(0)
})
