import { expect, test } from 'vitest'
import { callback, oauthPool, requestOf, TestBrowser } from '../test-oauth.ts'
import { testPool } from '../test-pool.ts'

/** The page that a browser ends up at which the query is sent with. */
async function shown(pool: Parameters<typeof requestOf>[0], more: Record<string, string>) {
  const browser = new TestBrowser(pool)
  const redirect = await browser.get('/oauth2/authorize', requestOf(pool, more))
  const response = await browser.get(redirect.headers.get('location') ?? '')
  return { response, page: await response.text() }
}

test('says of a wrong callback URL which ones there are', async () => {
  const pool = await oauthPool()
  const { response, page } = await shown(pool, { redirect_uri: 'https://evil.example.com/' })
  expect(response.status).toBe(400)
  expect(page).toContain('The URL to return to is not one that the app client has.')
  expect(page).toContain(`<li><code>${callback}</code></li>`)
  expect(page).not.toContain('evil')
})

test('says that there is no such client', async () => {
  const { page } = await shown(await oauthPool(), { client_id: 'unknownclient' })
  expect(page).toContain('There is no app client with the client_id of the request.')
})

test('says that the pool has no domain, and how it gets one', async () => {
  const { page } = await shown(await testPool(), {})
  expect(page).toContain('The user pool has no domain')
})

test('shows nothing of its address that is not known here, and leads nowhere foreign', async () => {
  const pool = await oauthPool()
  const evil = '<script>alert(1)</script>https://evil.example.com'
  const response = await new TestBrowser(pool).get('/error', {
    error: evil,
    client_id: evil,
    error_description: evil,
  })
  const page = await response.text()
  expect([response.status, page.includes('alert(1)'), page.includes('evil')]).toEqual([400, false, false])
  expect([...page.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    '/managed-login/page.css',
    '/_local/requests',
    '/_local/inbox',
  ])
  expect(response.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  )
})

test('is in the language of the browser', async () => {
  const pool = await oauthPool()
  const response = await pool.fetch(
    new Request('https://localhost:9443/error?error=invalid_request', {
      headers: { 'accept-language': 'ja' },
    }),
  )
  expect(await response.text()).toContain('<h1>リクエストを処理できません</h1>')
})
