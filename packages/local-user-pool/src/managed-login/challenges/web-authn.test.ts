import { expect, test } from 'vitest'
import { testAuthenticator } from '../../test-authenticator.ts'
import { personAt } from '../../test-managed-login.ts'
import { oauthPool, requestOf } from '../../test-oauth.ts'

const username = 'hanako@example.com'
const origin = 'https://localhost:9443'

/** A pool where hanako has a passkey for pages of that host. */
async function passkeyPool(RelyingPartyId: string) {
  const pool = await oauthPool(
    { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH'] },
    { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } },
  )
  await pool.call('SetUserPoolMfaConfig', {
    UserPoolId: pool.userPoolId,
    WebAuthnConfiguration: { RelyingPartyId },
  })
  const { AccessToken } = await pool.tokens(username)
  const authenticator = testAuthenticator()
  const { CredentialCreationOptions } = await pool.call('StartWebAuthnRegistration', { AccessToken })
  const Credential = authenticator.register(CredentialCreationOptions, {
    origin: RelyingPartyId === 'localhost' ? origin : `https://${RelyingPartyId}`,
  })
  await pool.call('CompleteWebAuthnRegistration', { AccessToken, Credential: Credential as never })
  const asked = await (await (await personAt(pool)).send({ username })).send({ answer: 'WEB_AUTHN' })
  return { pool, authenticator, asked }
}

const optionsIn = (page: string) => /data-options="([^"]+)"/.exec(page)?.[1]?.replaceAll('&quot;', '"')

test('who has a passkey signs in with it', async () => {
  const { asked, authenticator } = await passkeyPool('localhost')
  expect(asked.page).toContain('<script type="module" src="/managed-login/passkey.js"></script>')
  expect(asked.page).toContain('<noscript>')
  const credential = authenticator.sign(optionsIn(asked.page), { origin })
  expect((await asked.send({ credential })).code).toBeDefined()
})

test('a passkey that does not hold may be tried again, or given up for a password', async () => {
  const { asked, authenticator } = await passkeyPool('localhost')
  const credential = authenticator.sign(optionsIn(asked.page), { origin: 'https://evil.example.com' })
  const refused = await asked.send({ credential })
  expect(refused.problem).toBe('This passkey does not sign you in. Please sign in another way.')
  expect((await refused.send({ action: 'choose' })).title).toBe('Choose how to sign in')
})

test('the page of a passkey alone runs a script, and it is our own', async () => {
  const { pool, asked } = await passkeyPool('localhost')
  const response = await asked.browser.fill(asked.page, { credential: 'nonsense' })
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self';")
  const login = await asked.browser.get('/login', requestOf(pool))
  expect(login.headers.get('content-security-policy')).not.toContain('script-src')
})

test('passkeys for pages elsewhere are said to be, and how that is put right', async () => {
  const { asked } = await passkeyPool('example.com')
  expect(asked.problem).toMatch(
    /^The passkeys of this pool are for pages of example\.com, .* \(localhost\)\./,
  )
  expect(asked.page).not.toContain('id="passkey"')
})
