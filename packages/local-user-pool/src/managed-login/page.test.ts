import { describe, expect, test } from 'vitest'
import { personAt } from '../test-managed-login.ts'
import { locationOf, oauthPool, requestOf, TestBrowser } from '../test-oauth.ts'
import { testPassword } from '../test-pool.ts'

const pages = ['/login', '/signup', '/confirm', '/forgotPassword', '/confirmforgotPassword']
const hanako = { username: 'hanako@example.com', password: testPassword }

describe.each(pages)('the page %s', (path) => {
  test('runs no script, is drawn in no frame, and sends forms nowhere but home and back to the client', async () => {
    const pool = await oauthPool()
    const { headers } = await new TestBrowser(pool).get(path, requestOf(pool))
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self' https://app.example.com; frame-ancestors 'none'; base-uri 'none'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('carries the authorization request on unchanged, and leads nowhere foreign', async () => {
    const pool = await oauthPool()
    const { page } = await personAt(pool, path, { state: 'a&b"c' })
    const query = new URLSearchParams(requestOf(pool, { state: 'a&b"c' })).toString()
    for (const [, address = ''] of page.matchAll(/(?:action|href)="([^"]+)"/g)) {
      expect(address).toMatch(/^\/[^/]/)
      const [, search] = address.split('?')
      if (search && !search.includes('lang=')) expect(search.replaceAll('&amp;', '&')).toBe(query)
    }
  })

  test('says to a person, not as JSON, that a body is no form of its own', async () => {
    const pool = await oauthPool()
    const query = new URLSearchParams(requestOf(pool))
    for (const [type, body] of [
      ['application/json', '{}'],
      ['multipart/form-data', 'xx'],
      ['application/x-www-form-urlencoded', 'username=a&username=b'],
    ] as const) {
      const response = await pool.fetch(
        new Request(`https://localhost:9443${path}?${query}`, {
          method: 'POST',
          headers: { 'content-type': type },
          body,
        }),
      )
      expect([response.status, response.headers.get('content-type')]).toEqual([
        403,
        'text/html; charset=UTF-8',
      ])
    }
  })

  test('takes no form without the token, with a wrong one, or from another site', async () => {
    const pool = await oauthPool()
    const person = await personAt(pool, path)
    const refusals = [
      await person.send({ ...hanako, _csrf: '' }),
      await person.send({ ...hanako, _csrf: 'x'.repeat(43) }),
      await person.send(hanako, { 'sec-fetch-site': 'cross-site' }),
    ]
    for (const { status, code, problem } of refusals) {
      expect([status, code]).toEqual([403, undefined])
      expect(problem).toMatch(/^The form is too old, or was sent from another page. Nothing was changed./)
    }
    // No code was sent to them, which is what /forgotPassword would do.
    expect(await pool.sent('hanako@example.com')).toBe('')
  })

  test('is in the language that the client asks for, else the one that the browser prefers', async () => {
    const pool = await oauthPool()
    expect((await personAt(pool, path, { lang: 'ja-JP' })).page).toContain('<html lang="ja">')
    expect((await personAt(pool, path, { lang: 'fr' })).page).toContain('<html lang="en">')
    const address = `https://localhost:9443${path}?${new URLSearchParams(requestOf(pool))}`
    const preferred = await pool.fetch(
      new Request(address, { headers: { 'accept-language': 'fr;q=0.9, ja-JP;q=0.8' } }),
    )
    expect(await preferred.text()).toContain('<html lang="ja">')
  })

  test('refuses a request that says nowhere to return to', async () => {
    const pool = await oauthPool()
    const query = requestOf(pool, { redirect_uri: 'https://evil.example.com/' })
    expect(locationOf(await new TestBrowser(pool).get(path, query)).pathname).toBe('/error')
  })
})

test('its cookies are for this host and https alone, and not for scripts', async () => {
  const pool = await oauthPool()
  const response = await new TestBrowser(pool).get('/login', requestOf(pool, { lang: 'ja' }))
  const cookies = response.headers.getSetCookie()
  expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['__Host-lang', '__Host-XSRF-TOKEN'])
  for (const cookie of cookies) {
    expect(cookie.split('; ').slice(1)).toEqual(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
  }
})

test('the language that was asked for stays', async () => {
  const pool = await oauthPool()
  const { browser } = await personAt(pool, '/login', { lang: 'ja' })
  expect((await personAt(pool, '/signup', {}, browser)).page).toContain('<html lang="ja">')
})

test("an app's own scheme is where a form may lead", async () => {
  const pool = await oauthPool({ CallbackURLs: ['myapp://callback'] })
  const query = requestOf(pool, { redirect_uri: 'myapp://callback' })
  const { headers } = await new TestBrowser(pool).get('/login', query)
  expect(headers.get('content-security-policy')).toContain("form-action 'self' myapp:;")
})

test('what is typed, or said by the request, never becomes markup', async () => {
  const evil = `"><script>alert(1)</script>`
  const pool = await oauthPool()
  const hinted = await personAt(pool, '/login', { login_hint: evil, state: evil })
  const typed = await hinted.send({ username: evil, password: evil })
  for (const { page } of [hinted, typed]) {
    expect(page).not.toContain('<script')
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;')
  }
})

test('a client without the provider COGNITO has no pages, and the page says why', async () => {
  const pool = await oauthPool({ SupportedIdentityProviders: [] })
  const { status, problem } = await personAt(pool)
  expect([status, problem]).toEqual([
    400,
    expect.stringMatching(/^COGNITO is not among SupportedIdentityProviders/),
  ])
})

test('a client for custom challenges alone has no pages, and the page says why', async () => {
  const pool = await oauthPool({ ExplicitAuthFlows: ['CUSTOM_AUTH_FLOW_ONLY'] })
  expect((await personAt(pool)).problem).toMatch(/managed login does not support custom challenges\.$/)
})

test('how the pages look is fetched from the pool, and not among the requests of the console', async () => {
  const pool = await oauthPool()
  const style = await pool.fetch(new Request('https://localhost:9443/managed-login/page.css'))
  expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8')
  const requests = await pool.fetch(new Request('http://localhost:9339/_local/requests'))
  expect(await requests.text()).not.toContain('page.css')
})
