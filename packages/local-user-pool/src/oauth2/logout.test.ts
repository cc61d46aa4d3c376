import { expect, test } from 'vitest'
import {
  callback,
  locationOf,
  oauthPool,
  requestOf,
  returned,
  signedOut,
  TestBrowser,
} from '../test-oauth.ts'

async function signedInBrowser() {
  const pool = await oauthPool()
  const browser = new TestBrowser(pool)
  await returned(pool, {}, browser)
  const isSignedIn = async () =>
    locationOf(await browser.get('/oauth2/authorize', requestOf(pool))).pathname !== '/login'
  return { pool, browser, isSignedIn }
}

test('with logout_uri ends the session and goes there', async () => {
  const { pool, browser, isSignedIn } = await signedInBrowser()
  expect(await isSignedIn()).toBe(true)
  const location = locationOf(
    await browser.get('/logout', { client_id: pool.clientId, logout_uri: signedOut }),
  )
  expect(location.href).toBe(signedOut)
  expect(await isSignedIn()).toBe(false)
})

test('with redirect_uri ends the session and goes to the sign-in page with the same parameters', async () => {
  const { pool, browser, isSignedIn } = await signedInBrowser()
  const query = requestOf(pool, { state: 's', scope: 'openid' })
  const location = locationOf(await browser.get('/logout', query))
  expect(location.pathname).toBe('/login')
  expect(Object.fromEntries(location.searchParams)).toEqual(query)
  expect(await isSignedIn()).toBe(false)
})

test.each([
  ['https://evil.example.com/', { logout_uri: 'https://evil.example.com/' }],
  ['a callback URL as logout_uri', { logout_uri: callback }],
  ['a sign-out URL as redirect_uri', { redirect_uri: signedOut }],
  ['neither', {}],
])('goes nowhere for %s, and ends nothing', async (_, query) => {
  const { pool, browser, isSignedIn } = await signedInBrowser()
  const location = locationOf(await browser.get('/logout', { client_id: pool.clientId, ...query }))
  expect(location.pathname).toBe('/error')
  expect(await isSignedIn()).toBe(true)
})

test('goes nowhere for an unknown client', async () => {
  const { browser } = await signedInBrowser()
  expect(locationOf(await browser.get('/logout', { logout_uri: signedOut })).pathname).toBe('/error')
})

test('goes to a sign-out URL with other letters than ASCII', async () => {
  const uri = 'https://app.example.com/é'
  const pool = await oauthPool({ LogoutURLs: [uri] })
  const query = { client_id: pool.clientId, logout_uri: uri }
  const response = await new TestBrowser(pool).get('/logout', query)
  expect(response.headers.get('location')).toBe(new URL(uri).href)
})

test('tells the person where a parameter stands twice', async () => {
  const { pool, browser, isSignedIn } = await signedInBrowser()
  const query = new URLSearchParams({ client_id: pool.clientId, logout_uri: signedOut })
  query.append('logout_uri', 'https://evil.example.com/')
  expect(locationOf(await browser.get(`/logout?${query}`)).pathname).toBe('/error')
  expect(await isSignedIn()).toBe(true)
})
