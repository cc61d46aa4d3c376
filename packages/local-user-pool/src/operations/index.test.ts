import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { model } from '../protocol/model.ts'
import { operations } from './index.ts'

/** Files of this folder that are no operation. */
const others = ['index.ts', 'operation.ts', 'page.ts']

const files = readdirSync(import.meta.dirname)
const written = files.filter((file) => !file.endsWith('.test.ts') && !others.includes(file))

/** `SetUserMFAPreference` → `set-user-mfa-preference.ts` */
const fileOf = (name: string) =>
  `${name.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase()}.ts`

test('the index holds the operation of every file, under the name that the API gives it', async () => {
  expect(Object.keys(operations).map(fileOf).sort()).toEqual(written.sort())
  for (const [name, load] of Object.entries(operations)) expect((await load()).name).toBe(name)
})

test('the operations are those of the model, all of them', () => {
  expect(Object.keys(operations).sort()).toEqual(Object.keys(model.operations).sort())
})

test('every operation has a test of the same name', () => {
  const tested = new Set(files)
  expect(written.filter((file) => !tested.has(file.replace('.ts', '.test.ts')))).toEqual([])
})

/** By what a test has an operation do what it is for, where that is no call by its name. */
const otherwise: Readonly<Record<string, string>> = {
  CreateUserImportJob: 'newJob(',
  RespondToAuthChallenge: 'pool.signIn(',
  // No risk is ever found, so nobody is sent the token that it would take: to refuse is all that it does.
  UpdateAuthEventFeedback: 'refuses a token that nobody was sent',
}

test('the test of every operation has it do what it is for', () => {
  const without = Object.keys(operations).filter((name) => {
    const source = readFileSync(join(import.meta.dirname, fileOf(name).replace('.ts', '.test.ts')), 'utf8')
    const purpose = otherwise[name]
    return purpose === undefined
      ? !new RegExp(`\\bcall\\(\\s*'${name}'`).test(source)
      : !source.includes(purpose)
  })
  expect(without).toEqual([])
})
