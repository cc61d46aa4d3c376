import { expect, test } from 'vitest'
import { locationOf, oauthPool, requestOf, TestBrowser } from '../../test-oauth.ts'

async function atThePage() {
  const pool = await oauthPool({ SupportedIdentityProviders: ['Google'] })
  await pool.call('CreateIdentityProvider', {
    UserPoolId: pool.userPoolId,
    ProviderName: 'Google',
    ProviderType: 'Google',
    ProviderDetails: {},
    AttributeMapping: { email: 'email', given_name: 'first_name' },
  })
  const browser = new TestBrowser(pool)
  const begin = async () =>
    locationOf(await browser.get('/oauth2/authorize', requestOf(pool, { identity_provider: 'Google' })))
  return { pool, browser, begin, page: await begin() }
}

test('says that it is not the provider, in either language, and stays at the same sign-in', async () => {
  const { browser, page } = await atThePage()
  const english = await (await browser.get(page.href)).text()
  expect(english).toContain('This is not the real Google')
  const href = /href="([^"]+)" lang="ja"/.exec(english)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(await (await browser.get(new URL(href, page).href)).text()).toContain('本物の Google ではありません')
})

test('lets nothing else than the form lead on, and that to the client alone', async () => {
  const { browser, page } = await atThePage()
  const policy = (await browser.get(page.href)).headers.get('content-security-policy')
  expect(policy).toContain("form-action 'self' https://app.example.com;")
  expect(policy).toContain("frame-ancestors 'none'")
})

test('offers those who came back before, with the claims that they had', async () => {
  const { pool, browser, begin, page } = await atThePage()
  const picked = await browser.submit(page.href, {
    sub: '42',
    email: 'taro@gmail.com',
    more: '{ "first_name": "太郎" }',
  })
  await browser.get(picked.headers.get('location') ?? '')
  const again = await begin()
  expect(await (await browser.get(again.href)).text()).toContain('Come back as taro@gmail.com')
  const second = await browser.submit(again.href, {})
  const back = locationOf(await browser.get(second.headers.get('location') ?? ''))
  expect(back.searchParams.has('code')).toBe(true)
  expect((await pool.user('Google_42')).attributes).toMatchObject({ given_name: '太郎' })
})

test('takes no claims that are none, and keeps nothing of them', async () => {
  const { browser, page } = await atThePage()
  for (const more of ['[]', 'null', '{']) {
    const response = await browser.submit(page.href, { sub: '1', email: '', more })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('role="alert"')
  }
})

test('takes no body that is no form, or is too long', async () => {
  const { pool, page } = await atThePage()
  const send = (body: string, type: string) =>
    pool.fetch(new Request(page, { method: 'POST', body, headers: { 'content-type': type } }))
  expect((await send('xx', 'multipart/form-data')).status).toBe(400)
  expect((await send('{"sub":"1"}', 'application/json')).status).toBe(400)
  const long = new URLSearchParams({ sub: '1', name: 'x'.repeat(64 * 1024) }).toString()
  expect((await send(long, 'application/x-www-form-urlencoded')).status).toBe(400)
  const short = new URLSearchParams({ sub: '1', name: 'x'.repeat(32 * 1024) }).toString()
  expect((await send(short, 'application/x-www-form-urlencoded')).status).toBe(303)
})

test('is there for a client that is older than the rules for its callback URLs', async () => {
  const { pool, browser } = await atThePage()
  const at = (path: string, init?: RequestInit) =>
    pool.fetch(new Request(`http://localhost:9339/_local/${path}`, init))
  const body = (await (await at('export')).text()).replaceAll('https://app.example.com/callback', 'callback')
  expect((await at('import', { method: 'PUT', body })).status).toBeLessThan(300)
  const request = requestOf(pool, { identity_provider: 'Google', redirect_uri: 'callback' })
  const page = locationOf(await browser.get('/oauth2/authorize', request))
  expect((await browser.get(page.href)).status).toBe(200)
})

test('is gone when the app client is', async () => {
  const { pool, browser, page } = await atThePage()
  await pool.call('DeleteUserPoolClient', { UserPoolId: pool.userPoolId, ClientId: pool.clientId })
  expect((await browser.get(page.href)).status).toBe(404)
  const back = await browser.get('/oauth2/idpresponse', Object.fromEntries(page.searchParams))
  expect(locationOf(back).pathname).toBe('/error')
})

test('is gone when the sign-in is over', async () => {
  const { pool, browser, page } = await atThePage()
  pool.wait({ minutes: 15 })
  expect((await browser.get(page.href)).status).toBe(404)
})
