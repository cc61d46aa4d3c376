import { describe, expect, test } from 'vitest'
import { createLocalUserPool } from '../pool.ts'

const pool = createLocalUserPool()

const ask = (method: string, path: string, headers: Record<string, string>) =>
  pool.fetch(new Request(`http://localhost:9339/_local/${path}`, { method, headers }))

describe('what changes something is refused to', () => {
  test.each([
    ['a foreign page', 'https://evil.example'],
    ['a page of this machine at another port', 'http://localhost:3000'],
    ['this machine by another name', 'http://127.0.0.1:9339'],
    ['a page that hides where it comes from', 'null'],
    ['nonsense', 'localhost:9339'],
  ])('%s', async (_who, origin) => {
    for (const [method, path] of [
      ['POST', 'reset'],
      ['PUT', 'clock'],
      ['DELETE', 'inbox'],
      ['PUT', 'import'],
      ['POST', 'users'],
    ] as const) {
      const response = await ask(method, path, { origin })
      expect([response.status, await response.text()]).toEqual([403, 'Not from another page.'])
    }
  })
})

test.each(['cross-site', 'same-site'])('also where the browser calls it %s and no more', async (site) => {
  expect((await ask('POST', 'reset', { 'sec-fetch-site': site })).status).toBe(403)
})

test('the console itself and programs, which name no page, may change things', async () => {
  expect((await ask('POST', 'reset', { origin: 'http://localhost:9339' })).status).toBe(204)
  expect((await ask('POST', 'reset', {})).status).toBe(204)
})

test('the pool answers by the names that it is reached by, and by no other', async () => {
  const named = createLocalUserPool({
    endpoint: 'http://pool.example:9339',
    domainEndpoint: 'https://shop.localhost:9443',
  })
  const statusAt = async (origin: string) => (await named.fetch(new Request(`${origin}/_local/clock`))).status
  expect(await statusAt('http://pool.example:9339')).toBe(200)
  expect(await statusAt('https://shop.localhost:9443')).toBe(200)
  expect(await statusAt('https://evil.example:9443')).toBe(403)
})

test('whoever watches over a container may ask for its health by any name', async () => {
  const response = await pool.fetch(new Request('http://10.0.0.7:9339/_local/health'))
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
})
