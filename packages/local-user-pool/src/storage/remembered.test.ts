import { beforeEach, expect, test } from 'vitest'
import { Database } from './database.ts'
import { Remembered } from './remembered.ts'

let database: Database
let read: number
let keys: Remembered<{ readonly value: string; readonly list: string[] } | undefined>
beforeEach(() => {
  database = new Database('memory')
  read = 0
  keys = new Remembered(database, 'keys')
})

const key = (name: string) =>
  keys.of(name, () => {
    read += 1
    const row = database.get<{ value: string }>('SELECT value FROM keys WHERE name = ?', name)
    return row && { ...row, list: [] }
  })

const insert = (name: string, value: string) =>
  database.run('INSERT INTO keys (name, value) VALUES (?, ?)', name, value)

test('what was read is not read again while nothing is written to its table, and nobody changes it meanwhile', () => {
  insert('a', '1')
  const first = key('a')
  expect(first).toEqual({ value: '1', list: [] })
  expect(() => first?.list.push('b')).toThrow(TypeError)
  database.run("INSERT INTO user_pools (id, document) VALUES ('pool', '{}')")
  expect(key('a')).toBe(first)
  expect(read).toBe(1)
})

test('it is read again when something is written to its table, or deleted from any, which may take it along', () => {
  insert('a', '1')
  key('a')
  database.run("UPDATE keys SET value = '2' WHERE name = 'a'")
  expect(key('a')?.value).toBe('2')
  database.run("INSERT OR REPLACE INTO keys (name, value) VALUES ('a', '3')")
  expect(key('a')?.value).toBe('3')
  read = 0
  database.run("DELETE FROM user_pools WHERE id = 'nobody'")
  key('a')
  expect(read).toBe(1)
  database.run("DELETE FROM keys WHERE name = 'a'")
  expect(key('a')).toBeUndefined()
})

test('what was read within a transaction that fails is forgotten with it', () => {
  insert('a', '1')
  expect(() =>
    database.transaction(() => {
      database.run("UPDATE keys SET value = '2' WHERE name = 'a'")
      expect(key('a')?.value).toBe('2')
      throw new Error('Stop.')
    }),
  ).toThrow('Stop.')
  expect(key('a')?.value).toBe('1')
})

test('no more than a thousand are remembered', () => {
  insert('a', '1')
  const first = key('a')
  for (let number = 0; number < 999; number += 1) keys.of(`other ${number}`, () => ({ value: '', list: [] }))
  expect(key('a')).not.toBe(first)
})
