import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Journal } from './journal.ts'

let folder: string
let database: DatabaseSync
let journal: Journal
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'))
  const file = join(folder, 'db')
  database = new DatabaseSync(file)
  database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; CREATE TABLE a (b)')
  journal = new Journal(file)
})
afterEach(() => {
  journal.close()
  database.close()
  rmSync(folder, { recursive: true })
})

test('notices each write once, and one that took back another', () => {
  database.exec('INSERT INTO a VALUES (1)')
  expect([journal.hasGrown(), journal.hasGrown()]).toEqual([true, false])
  database.exec('UPDATE a SET b = 2; UPDATE a SET b = 1')
  expect(journal.hasGrown()).toBe(true)
})

test('does not take reading, or what is taken back, for a write', () => {
  database.exec('SELECT * FROM a; BEGIN IMMEDIATE; INSERT INTO a VALUES (1); ROLLBACK')
  expect(journal.hasGrown()).toBe(false)
})

test('goes on where the log begins anew', () => {
  database.exec('INSERT INTO a VALUES (1); PRAGMA wal_checkpoint(RESTART)')
  journal.hasGrown()
  for (let count = 0; count < 3; count += 1) {
    expect(journal.hasGrown()).toBe(false)
    database.exec('INSERT INTO a VALUES (2)')
    expect(journal.hasGrown()).toBe(true)
  }
})
