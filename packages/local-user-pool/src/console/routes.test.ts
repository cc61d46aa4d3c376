import { expect, test } from 'vitest'
import { createLocalUserPool } from '../pool.ts'
import { exampleSeed } from '../seed.ts'

const pool = createLocalUserPool({ seed: exampleSeed })

const get = (path: string, headers: Record<string, string> = {}, origin = 'http://localhost:9339') =>
  pool.fetch(new Request(origin + path, { headers }))

test('the inbox is a list for programs, the latest first, and can be asked for one address', async () => {
  const { items } = (await (await get('/_local/inbox')).json()) as {
    items: { destination: string; id: number }[]
  }
  expect(items.map(({ destination }) => destination)).toEqual([
    'reset@example.com',
    'invited@example.com',
    'unconfirmed@example.com',
  ])
  const one = await (await get('/_local/inbox?to=Reset@example.com')).json()
  expect(one).toMatchObject({ items: [{ destination: 'reset@example.com', kind: 'reset', medium: 'EMAIL' }] })
})

test.each([
  ['ja-JP,ja;q=0.9', '受信箱', 'lang="ja"'],
  ['en-GB', 'Inbox', 'lang="en"'],
])('the inbox is a page for people who prefer %s', async (language, title, lang) => {
  const response = await get('/_local/inbox', { accept: 'text/html', 'accept-language': language })
  const page = await response.text()
  expect(page).toContain(`<h1>${title}</h1>`)
  expect(page).toContain(lang)
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('what people typed is text in the page, never markup', async () => {
  const ClientId = exampleSeed.clientId
  await pool.fetch(
    new Request('http://localhost:9339/', {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.SignUp' },
      body: JSON.stringify({
        ClientId,
        Username: "<b>&'x@example.com",
        Password: 'Genkan-2026',
        UserAttributes: [{ Name: 'name', Value: '<script>alert(1)</script>' }],
      }),
    }),
  )
  const page = await (await get('/_local/inbox', { accept: 'text/html' })).text()
  expect(page).not.toContain('<b>')
  expect(page).not.toContain('<script>alert')
})

test('a page of this machine may read it, a foreign one may not', async () => {
  const own = await get('/_local/seed', { origin: 'http://localhost:3000' })
  const foreign = await get('/_local/seed', { origin: 'https://evil.example' })
  expect(own.headers.get('access-control-allow-origin')).toBe('http://localhost:3000')
  expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
})

test('a name that somebody else made point here is refused', async () => {
  expect((await get('/_local/inbox', {}, 'http://evil.example:9339')).status).toBe(403)
  expect((await get('/_local/seed', {}, 'http://evil.example:9339')).status).toBe(403)
})

test.each(['users', 'tokens', 'clock', 'faults'])(
  'the page %s takes a body that is no form for an empty one',
  async (page) => {
    const response = await pool.fetch(
      new Request(`http://localhost:9339/_local/${page}`, {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data', accept: 'text/html' },
        body: 'xx',
      }),
    )
    expect(response.status).toBeLessThan(500)
  },
)
