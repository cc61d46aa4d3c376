import { createHash } from 'node:crypto'
import * as client from 'openid-client'
import { describe, expect, test } from 'vitest'
import { refusal } from '../refusal.ts'
import { present } from '../target.ts'
import { Browser } from './browser.ts'
import { newMachine } from './machine.ts'
import { callback, provided, RelyingParty, register, signedOut, signIn } from './relying-party.ts'

// openid-client, in the order and the words of its README.

describe.each(['http', 'https'] as const)('with an issuer by %s', (scheme) => {
  const provider = provided({ domain: { issuer: scheme } })

  test('an application signs somebody in, from the discovery document to userInfo', async () => {
    const { clientId, clientSecret } = await register(provider(), { GenerateSecret: true })
    const config = await client.discovery(
      new URL(provider().issuer),
      clientId,
      clientSecret,
      undefined,
      scheme === 'http' ? { execute: [client.allowInsecureRequests] } : {},
    )
    client.enableNonRepudiationChecks(config)
    expect(config.serverMetadata().supportsPKCE()).toBe(true)
    const expectedState = client.randomState()
    const expectedNonce = client.randomNonce()
    const pkceCodeVerifier = client.randomPKCECodeVerifier()
    const redirectTo = client.buildAuthorizationUrl(config, {
      redirect_uri: callback,
      scope: 'openid email',
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      state: expectedState,
      nonce: expectedNonce,
    })
    expect(redirectTo.origin).toBe(provider().domain)

    const currentUrl = await signIn(provider(), redirectTo)
    const tokens = await client.authorizationCodeGrant(config, currentUrl, {
      pkceCodeVerifier,
      expectedState,
      expectedNonce,
      idTokenExpected: true,
    })
    const claims = present(tokens.claims())
    const { sub, email } = provider().person
    expect(claims).toMatchObject({ iss: provider().issuer, aud: clientId, sub, email, email_verified: true })
    expect(claims.at_hash).toBe(halfHash(tokens.access_token))
    expect(tokens.expiresIn()).toBeGreaterThan(3500)
    expect(await client.fetchUserInfo(config, tokens.access_token, claims.sub)).toEqual({
      sub,
      email,
      email_verified: 'true',
      username: sub,
    })
  })
})

/** OpenID Connect Core, section 3.1.3.6. */
const halfHash = (token: string) =>
  createHash('sha256').update(token).digest().subarray(0, 16).toString('base64url')

const provider = provided()

test('refreshes tokens, which keep the person and the time of the sign-in', async () => {
  const application = await RelyingParty.at(provider())
  const first = await application.tokens()
  const refreshed = await client.refreshTokenGrant(application.configuration, present(first.refresh_token))
  expect(refreshed.refresh_token).toBeUndefined()
  const { sub, auth_time } = present(first.claims())
  expect(refreshed.claims()).toMatchObject({ sub, auth_time, at_hash: halfHash(refreshed.access_token) })
})

test('gets another refresh token each time where the client rotates them', async () => {
  const application = await RelyingParty.at(provider(), {
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
  })
  let { refresh_token: token } = await application.tokens()
  const seen = [token]
  for (let turn = 0; turn < 3; turn += 1) {
    ;({ refresh_token: token } = await client.refreshTokenGrant(application.configuration, present(token)))
    seen.push(token)
  }
  expect(new Set(seen).size).toBe(4)
})

test.each([
  ['in the header', client.ClientSecretBasic],
  ['in the body', client.ClientSecretPost],
])('gets a token for a machine that sends its secret %s', async (_, authentication) => {
  const { clientId, clientSecret, api } = await newMachine(provider())
  const config = await client.discovery(
    new URL(provider().issuer),
    clientId,
    {},
    authentication(clientSecret),
    {
      execute: [client.allowInsecureRequests],
    },
  )
  const tokens = await client.clientCredentialsGrant(config, { scope: `${api}/read` })
  expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600 })
  expect(tokens.refresh_token).toBeUndefined()
})

test('revokes a refresh token', async () => {
  const { configuration, ...application } = await relyingPartyWithTokens()
  await client.tokenRevocation(configuration, application.refreshToken)
  const refused = await refusal(
    client.refreshTokenGrant(configuration, application.refreshToken),
    client.ResponseBodyError,
  )
  expect(refused).toMatchObject({ status: 400, error: 'invalid_grant' })
})

async function relyingPartyWithTokens() {
  const application = await RelyingParty.at(provider())
  const { refresh_token, access_token } = await application.tokens()
  const { configuration, clientId } = application
  return { configuration, clientId, refreshToken: present(refresh_token), accessToken: access_token }
}

test('builds the address for signing out, by the parameter that Cognito knows', async () => {
  const application = await RelyingParty.at(provider())
  const browser = new Browser(provider().domain)
  await signIn(provider(), (await application.begin()).address, browser)
  const address = client.buildEndSessionUrl(application.configuration, { logout_uri: signedOut })
  expect((await browser.visit(address)).url.href).toBe(signedOut)
  const { url } = await browser.visit((await application.begin()).address)
  expect(url.pathname).toBe('/login')
})

test('reads an ID token of the implicit flow', async () => {
  const application = await RelyingParty.at(provider(), { AllowedOAuthFlows: ['implicit'] })
  const { configuration } = application
  client.useIdTokenResponseType(configuration)
  // The library knows response_type=id_token alone, Cognito token alone, which gives both.
  const { url, checks } = await application.returned({ response_type: 'token' })
  const { expectedNonce, expectedState } = checks
  const claims = await client.implicitAuthentication(configuration, url, expectedNonce, { expectedState })
  expect(claims).toMatchObject({ sub: provider().person.sub, aud: application.clientId })
  const accessToken = new URLSearchParams(url.hash.slice(1)).get('access_token')
  expect(claims.at_hash).toBe(halfHash(present(accessToken)))
  expect(await client.fetchUserInfo(configuration, present(accessToken), claims.sub)).toMatchObject({
    email: provider().person.email,
  })
})

describe('is told, in the errors of its own,', () => {
  test('that nobody is signed in where prompt is none', async () => {
    const application = await RelyingParty.at(provider())
    const { address, checks } = await application.begin({ prompt: 'none' })
    const { url } = await new Browser(provider().domain).visit(address)
    const refused = await refusal(application.redeem(url, checks), client.AuthorizationResponseError)
    expect(refused).toMatchObject({ error: 'login_required', error_description: expect.any(String) })
  })

  test('that the response_type id_token is none of the pool', async () => {
    const application = await RelyingParty.at(provider(), { AllowedOAuthFlows: ['implicit'] })
    client.useIdTokenResponseType(application.configuration)
    const { address, checks } = await application.begin()
    const { url } = await new Browser(provider().domain).visit(address)
    url.hash = url.search.slice(1)
    const refused = await refusal(
      client.implicitAuthentication(application.configuration, url, checks.expectedNonce, checks),
      client.AuthorizationResponseError,
    )
    expect(refused.error).toBe('unsupported_response_type')
  })

  test('what the token endpoint refuses', async () => {
    const { configuration } = await RelyingParty.at(provider())
    const refused = await refusal(
      client.genericGrantRequest(configuration, 'password', { username: 'a', password: 'b' }),
      client.ResponseBodyError,
    )
    expect(refused).toMatchObject({
      status: 400,
      error: 'unsupported_grant_type',
      error_description: expect.any(String),
    })
  })

  test('what userInfo refuses', async () => {
    const { configuration, ...application } = await relyingPartyWithTokens()
    await client.tokenRevocation(configuration, application.refreshToken)
    const refused = await refusal(
      client.fetchUserInfo(configuration, application.accessToken, provider().person.sub),
      client.WWWAuthenticateChallengeError,
    )
    expect(refused.status).toBe(401)
    expect(refused.cause).toEqual([
      {
        scheme: 'bearer',
        parameters: {
          error: 'invalid_token',
          error_description:
            'Access token is expired, disabled, or deleted, or the user has globally signed out.',
        },
      },
    ])
  })

  test('that userInfo is about somebody else', async () => {
    const { configuration, ...application } = await relyingPartyWithTokens()
    const refused = await refusal(
      client.fetchUserInfo(configuration, application.accessToken, 'somebody-else'),
      client.ClientError,
    )
    expect(refused).toMatchObject({
      code: 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
      cause: { cause: { attribute: 'sub', expected: 'somebody-else' } },
    })
  })
})
