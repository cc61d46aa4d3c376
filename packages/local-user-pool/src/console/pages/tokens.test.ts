import { beforeEach, expect, test } from 'vitest'
import { createLocalUserPool } from '../../pool.ts'
import { type TestConsole, testConsole } from '../../test-console.ts'
import { type TestPool, testPool } from '../../test-pool.ts'

let pool: TestPool
let local: TestConsole
let token: string
beforeEach(async () => {
  pool = await testPool()
  local = testConsole(pool)
  const { email } = await pool.confirmedUser()
  token = (await pool.tokens(email)).AccessToken
})

const read = async (text: string, of = local) => (await of.send('tokens', { token: text })).text()

const good = 'The signature is good: a key of this pool has made it.'

test('shows the claims of a token that this pool has signed', async () => {
  const page = await read(`  ${token}\n`)
  expect(page).toContain(`${good} It is valid.`)
  expect(page).toContain('<dt>token_use</dt><dd>access</dd>')
  expect(page).toMatch(/<dt>exp<\/dt><dd>1795255200 \(<time datetime="2026-11-21T10:00:00.000Z">/)
  expect(page).not.toContain(token)
})

test('says when it has expired, by the clock of the pool', async () => {
  pool.wait({ hours: 1 })
  expect(await read(token)).toContain(`${good} It has expired.`)
})

test('says when it was revoked', async () => {
  await pool.call('GlobalSignOut', { AccessToken: token })
  expect(await read(token)).toContain(`${good} It was revoked.`)
})

test('says when somebody has changed it', async () => {
  const [header, claims = '', signature] = token.split('.')
  const changed = JSON.parse(Buffer.from(claims, 'base64url').toString())
  const forged = Buffer.from(JSON.stringify({ ...changed, sub: 'me' })).toString('base64url')
  const page = await read([header, forged, signature].join('.'))
  expect(page).toContain('The signature is wrong.')
  expect(page).not.toContain('It is valid.')
})

test('says when another pool has signed it', async () => {
  expect(await read(token, testConsole(createLocalUserPool()))).toContain(
    'No key of this pool has signed it.',
  )
})

test('says when it is none', async () => {
  const response = await local.send('tokens', { token: '<script>' })
  const page = await response.text()
  expect(response.status).toBe(400)
  expect(page).toContain('This is no JWT.')
})
