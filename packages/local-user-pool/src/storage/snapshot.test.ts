import { expect, test } from 'vitest'
import { Database } from './database.ts'
import { kept, left, tablesOf } from './snapshot.ts'

test('every table is either kept in a snapshot or left out of it on purpose', () => {
  expect([...kept, ...left].sort()).toEqual(tablesOf(new Database('memory')).sort())
})
