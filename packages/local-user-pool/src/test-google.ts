import { decodeJwt } from 'jose'
import { expect } from 'vitest'
import { exchange, locationOf, oauthPool, requestOf, TestBrowser, tokenAnswer } from './test-oauth.ts'
import type { TestPool } from './test-pool.ts'

/** A pool whose client takes people of Google, for whom the page in its place stands in. */
export async function poolWithGoogle(
  options: Parameters<typeof oauthPool>[2] = {},
  AttributeMapping: Record<string, string> = { email: 'email', name: 'name' },
  userPool: Parameters<typeof oauthPool>[1] = {},
) {
  const pool = await oauthPool({ SupportedIdentityProviders: ['COGNITO', 'Google'] }, userPool, options)
  // The client names a provider before there is one; CreateUserPoolClient does not mind here.
  await pool.call('CreateIdentityProvider', {
    UserPoolId: pool.userPoolId,
    ProviderName: 'Google',
    ProviderType: 'Google',
    ProviderDetails: { client_id: 'id', client_secret: 'secret', authorize_scopes: 'openid email' },
    AttributeMapping,
    IdpIdentifiers: ['gmail.com'],
  })
  return pool
}

export const throughGoogle = { identity_provider: 'Google', state: 's' }

/** Where the browser is when it has picked somebody on the page in Google's place: at the pool, or back at the client. */
export async function cameBack(
  pool: TestPool,
  who: Readonly<Record<string, string>>,
  browser = new TestBrowser(pool),
  query: Readonly<Record<string, string>> = throughGoogle,
) {
  const page = locationOf(await browser.get('/oauth2/authorize', requestOf(pool, query)))
  expect(page.pathname).toBe('/_local/identity-provider')
  const answer = await browser.submit(page.href, who)
  expect(answer.status).toBe(303)
  return locationOf(await browser.get(answer.headers.get('location') ?? ''))
}

/** What the ID token says of who came back there. */
export const signedInAs = async (pool: TestPool, location: URL) => {
  const { id_token } = await tokenAnswer(pool, exchange(location.searchParams.get('code') ?? ''))
  return decodeJwt(String(id_token))
}

export const taro = { sub: '42', email: 'taro@gmail.com', name: '太郎' }
