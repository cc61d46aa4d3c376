import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { model } from '../protocol/model.ts'
import * as operations from './index.ts'

/** Files of this folder that are no operation. */
const others = ['index.ts', 'operation.ts', 'page.ts']

const files = readdirSync(import.meta.dirname)
const written = files.filter((file) => !file.endsWith('.test.ts') && !others.includes(file))

/** `SetUserMFAPreference` → `set-user-mfa-preference.ts` */
const fileOf = (name: string) =>
  `${name.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase()}.ts`

test('the index holds the operation of every file, under the name that the API gives it', () => {
  expect(Object.keys(operations).map(fileOf).sort()).toEqual(written.sort())
  for (const [name, operation] of Object.entries(operations)) expect(operation.name).toBe(name)
})

test('every operation is one of the model’s', () => {
  expect(Object.keys(operations).filter((name) => !Object.hasOwn(model.operations, name))).toEqual([])
})

test('every operation has a test of the same name', () => {
  const tested = new Set(files)
  expect(written.filter((file) => !tested.has(file.replace('.ts', '.test.ts')))).toEqual([])
})
