import { expect, test } from 'vitest'
import { personAt } from '../test-managed-login.ts'
import { locationOf, oauthClient, oauthPool, TestBrowser } from '../test-oauth.ts'
import type { TestPool } from '../test-pool.ts'

async function poolWith(...SupportedIdentityProviders: string[]): Promise<TestPool> {
  const pool = await oauthPool({ SupportedIdentityProviders })
  for (const name of SupportedIdentityProviders.filter((provider) => provider !== 'COGNITO')) {
    await pool.call('CreateIdentityProvider', {
      UserPoolId: pool.userPoolId,
      ProviderName: name,
      ProviderType: name === 'Google' ? 'Google' : 'SignInWithApple',
      ProviderDetails: {},
    })
  }
  return pool
}

const leadsTo = (page: string) =>
  [...page.matchAll(/<a href="(\/oauth2\/authorize[^"]+)">([^<]+)<\/a>/g)].map(
    ([, address = '', label = '']) => [label, address.replaceAll('&amp;', '&')] as const,
  )

test('the sign-in page leads to each provider of the client, with the same request', async () => {
  const pool = await poolWith('COGNITO', 'Google', 'SignInWithApple')
  const { page, browser } = await personAt(pool, '/login', { state: 's', nonce: 'n' })
  expect(leadsTo(page).map(([label]) => label)).toEqual(['Sign in with Google', 'Sign in with Apple'])
  const [[, address = ''] = []] = leadsTo(page)
  expect(new URL(address, 'https://pool').searchParams.get('state')).toBe('s')
  expect(locationOf(await browser.get(address)).pathname).toBe('/_local/identity-provider')
})

test('a client of providers alone has a page to choose from, and no other', async () => {
  const pool = await poolWith('Google', 'SignInWithApple')
  const { page, status } = await personAt(pool)
  expect([status, leadsTo(page).length]).toEqual([200, 2])
  expect(page).not.toContain('<form')
  expect((await personAt(pool, '/signup')).status).toBe(400)
})

test('a client of one provider alone has no page: people go there at once', async () => {
  const pool = await poolWith('Google')
  const browser = new TestBrowser(pool)
  const [[, address = ''] = []] = leadsTo((await personAt(pool)).page)
  const query = new URL(address, 'https://pool').searchParams
  query.delete('identity_provider')
  expect(locationOf(await browser.get('/oauth2/authorize', Object.fromEntries(query))).pathname).toBe(
    '/_local/identity-provider',
  )
})

test('whoever came by a provider is not asked to continue where the client takes the pool’s own users alone', async () => {
  const pool = await poolWith('COGNITO', 'Google')
  const browser = new TestBrowser(pool)
  const { page } = await personAt(pool, '/login', {}, browser)
  const [[, address = ''] = []] = leadsTo(page)
  const standIn = locationOf(await browser.get(address))
  const picked = await browser.submit(standIn.href, { sub: '42', email: 'taro@gmail.com' })
  await browser.get(picked.headers.get('location') ?? '')
  expect((await personAt(pool, '/login', {}, browser)).page).toContain('value="continue"')
  const { ClientId } = await pool.client({ ...oauthClient, SupportedIdentityProviders: ['COGNITO'] })
  const elsewhere = await personAt(pool, '/login', { client_id: ClientId }, browser)
  expect(elsewhere.page).not.toContain('value="continue"')
})
