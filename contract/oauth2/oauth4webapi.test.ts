import { createHash } from 'node:crypto'
import * as oauth from 'oauth4webapi'
import { beforeAll, expect, test } from 'vitest'
import { refusal } from '../refusal.ts'
import { present } from '../target.ts'
import { newMachine } from './machine.ts'
import { callback, provided, type RegisteredClient, register, signIn } from './relying-party.ts'

// oauth4webapi, one request and one check of its answer at a time, as its examples have it.

const insecure = { [oauth.allowInsecureRequests]: true }

const provider = provided()
let as: oauth.AuthorizationServer
beforeAll(async () => {
  const issuer = new URL(provider().issuer)
  as = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure))
})

interface Registered {
  readonly client: oauth.Client
  readonly authentication: oauth.ClientAuth
}

const known = ({ clientId, clientSecret }: RegisteredClient): Registered => ({
  client: { client_id: clientId },
  authentication: clientSecret === undefined ? oauth.None() : oauth.ClientSecretBasic(clientSecret),
})

/** Asks for a code and exchanges it, with all that the library can check. */
async function signedIn({ client, authentication }: Registered, more: Readonly<Record<string, string>> = {}) {
  const [verifier, state, nonce] = [
    oauth.generateRandomCodeVerifier(),
    oauth.generateRandomState(),
    oauth.generateRandomNonce(),
  ]
  const address = new URL(present(as.authorization_endpoint))
  address.search = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid email',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...more,
  }).toString()
  const parameters = oauth.validateAuthResponse(as, client, await signIn(provider(), address), state)
  const response = await oauth.authorizationCodeGrantRequest(
    as,
    client,
    authentication,
    parameters,
    callback,
    verifier,
  )
  const options = { expectedNonce: nonce, requireIdToken: true, maxAge: 60 }
  const tokens = await oauth.processAuthorizationCodeResponse(as, client, response, options)
  await oauth.validateApplicationLevelSignature(as, response, insecure)
  return tokens
}

test('reads a discovery document that names every endpoint by https, and nothing that is not there', () => {
  const endpoints = Object.entries(as).filter(([name]) => name.endsWith('_endpoint'))
  expect(endpoints.map(([name]) => name).sort()).toEqual([
    'authorization_endpoint',
    'end_session_endpoint',
    'revocation_endpoint',
    'token_endpoint',
    'userinfo_endpoint',
  ])
  for (const [, address] of endpoints) expect(new URL(String(address)).origin).toBe(provider().domain)
})

test.each([
  ['a public client', {}],
  ['a client with a secret', { GenerateSecret: true }],
])('signs somebody in for %s, and verifies the signature of the ID token', async (_, settings) => {
  const registered = known(await register(provider(), settings))
  const tokens = await signedIn(registered)
  const claims = present(oauth.getValidatedIdTokenClaims(tokens))
  const hash = createHash('sha256').update(tokens.access_token).digest().subarray(0, 16)
  expect(claims).toMatchObject({ sub: provider().person.sub, at_hash: hash.toString('base64url') })
  const response = await oauth.userInfoRequest(as, registered.client, tokens.access_token)
  const told = await oauth.processUserInfoResponse(as, registered.client, claims.sub, response)
  expect(told).toMatchObject({ email: provider().person.email })
})

test('gets a token for a machine, which is none of RFC 9068, for it says neither its type nor for whom it is', async () => {
  const { client, authentication } = known(await newMachine(provider()))
  const response = await oauth.clientCredentialsGrantRequest(as, client, authentication, {})
  const { access_token } = await oauth.processClientCredentialsResponse(as, client, response)
  const request = new Request('https://api.example.com/', {
    headers: { authorization: `Bearer ${access_token}` },
  })
  const refused = await refusal(
    oauth.validateJwtAccessToken(as, request, 'https://api.example.com/', insecure),
    oauth.OperationProcessingError,
  )
  expect(refused.code).toBe('OAUTH_INVALID_RESPONSE')
})

test('refreshes and then revokes a refresh token', async () => {
  const { client, authentication } = known(await register(provider(), { GenerateSecret: true }))
  const { refresh_token } = await signedIn({ client, authentication })
  const refresh = async () => {
    const response = await oauth.refreshTokenGrantRequest(as, client, authentication, present(refresh_token))
    const tokens = await oauth.processRefreshTokenResponse(as, client, response)
    await oauth.validateApplicationLevelSignature(as, response, insecure)
    return tokens
  }
  expect(oauth.getValidatedIdTokenClaims(await refresh())?.sub).toBe(provider().person.sub)
  const revoked = await oauth.revocationRequest(as, client, authentication, present(refresh_token))
  expect(await oauth.processRevocationResponse(revoked)).toBeUndefined()
  const refused = await refusal(refresh(), oauth.ResponseBodyError)
  expect(refused).toMatchObject({ status: 400, error: 'invalid_grant' })
})

test('is told by 401 that a client is not the one it says it is, where it revokes a token', async () => {
  const { client } = known(await register(provider(), { GenerateSecret: true }))
  const response = await oauth.revocationRequest(as, client, oauth.ClientSecretPost('wrong'), 'token')
  const refused = await refusal(oauth.processRevocationResponse(response), oauth.ResponseBodyError)
  expect(refused).toMatchObject({ status: 401, error: 'invalid_client' })
})
