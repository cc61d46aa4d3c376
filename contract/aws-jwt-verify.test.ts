import { JwtVerifier } from 'aws-jwt-verify'
import { validateCognitoJwtFields } from 'aws-jwt-verify/cognito-verifier'
import {
  CognitoJwtInvalidClientIdError,
  CognitoJwtInvalidTokenUseError,
  JwtExpiredError,
  JwtInvalidIssuerError,
  JwtInvalidSignatureError,
  KidNotFoundInJwksError,
} from 'aws-jwt-verify/error'
import { type Jwks, SimpleJwksCache } from 'aws-jwt-verify/jwk'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmedUser, type Person } from './people.ts'
import { refusal } from './refusal.ts'
import { tokensOf } from './srp.ts'
import { locally, newClient, newUserPool, startTarget, type Target } from './target.ts'

type TokenUse = 'id' | 'access'

/** The library's own fetcher speaks https alone. */
const fetcher = { fetch: async (uri: string) => (await fetch(uri)).arrayBuffer() }

let target: Target
let person: Person
let tokens: Awaited<ReturnType<typeof tokensOf>>

beforeAll(async () => {
  target = await startTarget()
  person = await confirmedUser(target)
  tokens = await tokensOf(target, person)
})
afterAll(() => target.close())

/** Checks what `CognitoJwtVerifier` does; that one takes no issuer but AWS's. */
function verifier(tokenUse: TokenUse, { clientId = target.clientId, issuer = target.issuer } = {}) {
  return JwtVerifier.create(
    {
      issuer,
      jwksUri: `${target.issuer}/.well-known/jwks.json`,
      audience: null,
      customJwtCheck: ({ payload }) => validateCognitoJwtFields(payload, { tokenUse, clientId }),
    },
    { jwksCache: new SimpleJwksCache({ fetcher }) },
  )
}

test('finds the keys of the pool and verifies an ID token and an access token', async () => {
  expect(await verifier('id').verify(tokens.idToken)).toMatchObject({
    iss: target.issuer,
    aud: target.clientId,
    token_use: 'id',
    sub: person.sub,
    email: person.email,
    email_verified: true,
    'cognito:username': person.sub,
  })
  expect(await verifier('access').verify(tokens.accessToken)).toMatchObject({
    iss: target.issuer,
    client_id: target.clientId,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    username: person.sub,
  })
})

test('names the issuer of its tokens and the address of its keys in its discovery document', async () => {
  const response = await fetch(`${target.issuer}/.well-known/openid-configuration`)
  expect(await response.json()).toMatchObject({
    issuer: target.issuer,
    jwks_uri: `${target.issuer}/.well-known/jwks.json`,
    id_token_signing_alg_values_supported: ['RS256'],
  })
})

test('signs ID tokens and access tokens with different keys, and gives nothing of them away', async () => {
  const response = await fetch(`${target.issuer}/.well-known/jwks.json`)
  const { keys } = (await response.json()) as Jwks
  expect(keys.map((key) => Object.keys(key).sort())).toEqual([
    ['alg', 'e', 'kid', 'kty', 'n', 'use'],
    ['alg', 'e', 'kid', 'kty', 'n', 'use'],
  ])
  const headers = [tokens.idToken, tokens.accessToken].map(decodeProtectedHeader)
  expect(headers.map((header) => Object.keys(header).sort())).toEqual([
    ['alg', 'kid'],
    ['alg', 'kid'],
  ])
  expect(new Set(headers.map(({ kid }) => kid))).toEqual(new Set(keys.map(({ kid }) => kid)))
})

test('has an ID token refused where an access token is asked for, and the other way round', async () => {
  await refusal(verifier('access').verify(tokens.idToken), CognitoJwtInvalidTokenUseError)
  await refusal(verifier('id').verify(tokens.accessToken), CognitoJwtInvalidTokenUseError)
})

test('has the tokens of another client refused', async () => {
  const clientId = await newClient(target)
  await refusal(verifier('id', { clientId }).verify(tokens.idToken), CognitoJwtInvalidClientIdError)
  await refusal(verifier('access', { clientId }).verify(tokens.accessToken), CognitoJwtInvalidClientIdError)
})

test('has the tokens of another pool refused', async () => {
  const { admin } = target
  const userPoolId = await newUserPool(admin)
  const clientId = await newClient({ admin, userPoolId })
  const door = { admin, userPoolId, clientId }
  const { idToken } = await tokensOf(door, await confirmedUser(door))
  await refusal(verifier('id', { clientId }).verify(idToken), JwtInvalidIssuerError)
})

test('has a token refused of which a claim, the key or the signature was changed', async () => {
  const [header = '', payload = '', signature = ''] = tokens.idToken.split('.')
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = { ...decodeJwt(tokens.idToken), email: 'somebody-else@example.com' }
  const bytes = Buffer.from(signature, 'base64url')
  bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0)

  const changedClaim = `${header}.${encoded(claims)}.${signature}`
  const changedSignature = `${header}.${payload}.${bytes.toString('base64url')}`
  const { kid: otherKid } = decodeProtectedHeader(tokens.accessToken)
  const otherKey = `${encoded({ alg: 'RS256', kid: otherKid })}.${payload}.${signature}`
  for (const token of [changedClaim, changedSignature, otherKey]) {
    await refusal(verifier('id').verify(token), JwtInvalidSignatureError)
  }
  const unknownKey = `${encoded({ alg: 'RS256', kid: 'unknown' })}.${payload}.${signature}`
  await refusal(verifier('id').verify(unknownKey), KidNotFoundInJwksError)
})

locally('has a token refused that has ended', async () => {
  target.moveClock({ hours: -2 })
  const { idToken, accessToken } = await tokensOf(target, person)
  target.moveClock({ hours: 2 })
  await refusal(verifier('id').verify(idToken), JwtExpiredError)
  await refusal(verifier('access').verify(accessToken), JwtExpiredError)
})
