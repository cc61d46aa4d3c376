import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readCognitoLocal } from './cognito-local-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'local-user-pool-'))
afterAll(() => rmSync(root, { recursive: true }))

/** A folder with these files. */
function folderOf(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(root, name)
  mkdirSync(join(folder, 'db'), { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
  return folder
}

test('reads every pool of the folder, and nothing that is no JSON file', () => {
  const folder = folderOf('good', {
    'db/local_One.json': '{ "Options": { "Id": "local_One", "Name": "one" } }',
    'db/local_Two.json': '{ "Options": { "Id": "local_Two", "Name": "two" } }',
    'db/local_Two.json.bak': 'not read',
    'package.json': 'not read',
  })
  expect(readCognitoLocal(folder).pools.map(({ id }) => id)).toEqual(['local_One', 'local_Two'])
})

test('says which folder to name where there is none of cognito-local', () => {
  expect(() => readCognitoLocal(root)).toThrow(
    `${root}: cannot be read (ENOENT). Name the folder of cognito-local, .cognito, in which there is a folder db.`,
  )
})

test('says that there is no user pool', () => {
  const folder = folderOf('empty', { 'db/clients.json': '{ "Clients": {} }' })
  expect(() => readCognitoLocal(folder)).toThrow(
    `${folder}: db has no user pool in it, which would be a file like local_abc.json.`,
  )
})

test.each(['db/local_One.json', 'db/clients.json', 'config.json'])(
  'says that %s is what is broken',
  (file) => {
    const folder = folderOf('broken', {
      'db/local_One.json': '{ "Options": { "Id": "local_One", "Name": "one" } }',
      'db/clients.json': '{}',
      'config.json': '{}',
    })
    writeFileSync(join(folder, file), '{ "Users": ')
    expect(() => readCognitoLocal(folder)).toThrow(
      `${folder}: ${file} is no JSON (it ends too early). Put it right, or take a copy that is whole.`,
    )
  },
)
