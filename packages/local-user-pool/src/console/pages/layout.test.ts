import { describe, expect, test } from 'vitest'
import { createLocalUserPool } from '../../pool.ts'
import { exampleSeed } from '../../seed.ts'
import { testConsole } from '../../test-console.ts'

const pool = createLocalUserPool({ seed: exampleSeed })
const { page } = testConsole(pool)

const get = (path: string, headers: Record<string, string> = {}) =>
  pool.fetch(new Request(`http://localhost:9339${path}`, { headers: { accept: 'text/html', ...headers } }))

describe.each([
  ['inbox', 'Inbox', '受信箱'],
  ['users', 'Users', 'ユーザー'],
  ['requests', 'Requests', 'リクエスト'],
  ['tokens', 'Tokens', 'トークン'],
  ['clock', 'Clock', '時計'],
  ['faults', 'Faults', '障害'],
])('the page %s', (name, english, japanese) => {
  test('is there in both languages, with a link to the other one', async () => {
    const inEnglish = await page(name)
    expect(inEnglish).toContain('<html lang="en">')
    expect(inEnglish).toContain(`<h1>${english}</h1>`)
    expect(inEnglish).toContain(`<a href="/_local/${name}?lang=ja"`)
    const inJapanese = await page(name, 'ja-JP,ja;q=0.9')
    expect(inJapanese).toContain('<html lang="ja">')
    expect(inJapanese).toContain(`<h1>${japanese}</h1>`)
  })

  test('says in the navigation that it is the one', async () => {
    const current = [...(await page(name)).matchAll(/<a href="([^"]+)" aria-current="page">/g)]
    expect(current.map(([, href]) => href)).toEqual([`/_local/${name}`])
  })

  test('runs nothing but its own script, sends forms nowhere else, and is drawn in no frame', async () => {
    const policy = (await get(`/_local/${name}`)).headers.get('content-security-policy')
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(rule)
    expect(await page(name)).not.toMatch(
      /<script(?! type="module" src="\/_local\/console\.js">)|style="|\son\w+="/,
    )
  })
})

test('the language that was chosen stays', async () => {
  const chosen = await get('/_local/users?lang=ja', { 'accept-language': 'en' })
  const [cookie = ''] = (chosen.headers.get('set-cookie') ?? '').split(';')
  expect(await chosen.text()).toContain('<html lang="ja">')
  const next = await get('/_local/clock', { 'accept-language': 'en', cookie })
  expect(await next.text()).toContain('<html lang="ja">')
})

test.each(['/_local', '/_local/'])('%s leads to the inbox', async (path) => {
  const response = await get(path)
  expect([response.status, response.headers.get('location')]).toEqual([302, '/_local/inbox'])
})

test('a program gets JSON where a browser gets the page', async () => {
  for (const name of ['inbox', 'requests', 'clock', 'faults']) {
    const response = await get(`/_local/${name}`, { accept: '*/*' })
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  }
})
