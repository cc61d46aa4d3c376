import { expect, test } from 'vitest'
import { oauthPool } from '../test-oauth.ts'
import { type TestPool, testPool } from '../test-pool.ts'

const discovered = async (pool: TestPool) =>
  (
    await pool.fetch(new Request(`http://localhost:9339/${pool.userPoolId}/.well-known/openid-configuration`))
  ).json()

test('names the endpoints of the domain, and what they can do', async () => {
  const pool = await oauthPool()
  const issuer = `http://localhost:9339/${pool.userPoolId}`
  expect(await discovered(pool)).toEqual({
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    authorization_endpoint: 'http://localhost:9339/oauth2/authorize',
    token_endpoint: 'http://localhost:9339/oauth2/token',
    userinfo_endpoint: 'http://localhost:9339/oauth2/userInfo',
    revocation_endpoint: 'http://localhost:9339/oauth2/revoke',
    end_session_endpoint: 'http://localhost:9339/logout',
    response_types_supported: ['code', 'token'],
    grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials', 'implicit'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
    revocation_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
    id_token_signing_alg_values_supported: ['RS256'],
    subject_types_supported: ['public'],
    scopes_supported: ['openid', 'email', 'phone', 'profile'],
  })
})

test('names none for a pool without a domain', async () => {
  const pool = await testPool()
  expect(await discovered(pool)).not.toHaveProperty('authorization_endpoint')
})
