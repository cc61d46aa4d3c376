import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeJwt } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { testPassword, testPool } from '../test-pool.ts'
import { loadTriggers } from './module.ts'

const folder = mkdtempSync(join(tmpdir(), 'triggers-'))
afterAll(() => rmSync(folder, { recursive: true }))

function moduleOf(name: string, source: string): string {
  const file = join(folder, name)
  writeFileSync(file, source)
  return file
}

const letIn = `
interface Event { response: { autoConfirmUser?: boolean } }
export const PreSignUp = async (event: Event): Promise<Event> => {
  event.response.autoConfirmUser = true
  return event
}
export function PostConfirmation(event: Event): Event { return event }
`

test('the exports of a module in TypeScript are triggers', async () => {
  const triggers = await loadTriggers(moduleOf('let-in.ts', letIn))
  expect(Object.keys(triggers).sort()).toEqual(['PostConfirmation', 'PreSignUp'])
  const pool = await testPool({}, {}, { triggers })
  const input = { ClientId: pool.clientId, Username: 'hanako@example.com', Password: testPassword }
  expect(await pool.call('SignUp', input)).toMatchObject({ UserConfirmed: true })
})

test('the exports of a module in CommonJS are triggers', async () => {
  const source = 'exports.__esModule = true; exports.PreSignUp = (event) => event'
  expect(Object.keys(await loadTriggers(moduleOf('old.cjs', source)))).toEqual(['PreSignUp'])
})

test('the example of the documentation does what it says', async () => {
  const page = readFileSync(new URL('../../../../docs/triggers.md', import.meta.url), 'utf8')
  const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(page) ?? []
  const triggers = await loadTriggers(moduleOf('example.ts', example))
  const pool = await testPool({}, {}, { triggers })
  const signUp = (Username: string) => ({ ClientId: pool.clientId, Username, Password: testPassword })
  const { message } = await pool.refusal('SignUp', signUp('hanako@example.org'))
  expect(message).toBe('PreSignUp failed with error Only for example.com.')
  await pool.call('SignUp', signUp('hanako@example.com'))
  const { IdToken } = await pool.tokens('hanako@example.com')
  expect(decodeJwt(IdToken)).toMatchObject({ plan: 'gold', email_verified: true })
})

test.each([
  [
    'handler.mjs',
    'export const handler = (event) => event',
    /exports handler, which is no trigger. There are: PreSignUp, /,
  ],
  ['default.mjs', 'export default {}', /exports no trigger/],
  ['value.mjs', 'export const PreSignUp = 4', /PreSignUp is no function/],
  ['empty.mjs', '', /exports no trigger/],
  ['broken.mjs', 'throw new Error("the database is away")', /cannot be loaded: the database is away/],
])('says what is wrong with %s', async (name, source, expected) => {
  const file = moduleOf(name, source)
  const failing = loadTriggers(file)
  await expect(failing).rejects.toThrow(expected)
  await expect(failing).rejects.toMatchObject({ name: 'TriggersUnusableError' })
  await expect(failing).rejects.toThrow(file)
})

test('says that there is no such module', async () => {
  const file = join(folder, 'nowhere.ts')
  await expect(loadTriggers(file)).rejects.toThrow(`The triggers in ${file} cannot be loaded: `)
})
