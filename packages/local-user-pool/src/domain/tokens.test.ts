import { generateKeyPairSync } from 'node:crypto'
import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  type JSONWebKeySet,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import { testPassword as PASSWORD, refused, type TestPool, testPool } from '../test-pool.ts'

const email = 'hanako@example.com'
const now = Date.UTC(2026, 10, 21, 9) / 1000
const uuid = expect.stringMatching(/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/)

let pool: TestPool
beforeEach(async () => {
  pool = await testPool()
  await pool.confirmedUser(email)
})

const jwks = async () => {
  const response = await pool.fetch(
    new Request(`http://localhost:9339/${pool.userPoolId}/.well-known/jwks.json`),
  )
  return (await response.json()) as JSONWebKeySet
}

describe('the claims', () => {
  test('of the access token are these and no others', async () => {
    const { AccessToken } = await pool.tokens(email)
    const { username, attributes } = await pool.user(email)
    expect(decodeJwt(AccessToken)).toEqual({
      sub: attributes.sub,
      iss: `http://localhost:9339/${pool.userPoolId}`,
      client_id: pool.clientId,
      origin_jti: uuid,
      event_id: uuid,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      auth_time: now,
      exp: now + 3600,
      iat: now,
      jti: uuid,
      username,
    })
  })

  test('of the ID token are these and no others', async () => {
    const { AccessToken, IdToken } = await pool.tokens(email)
    const { username, attributes } = await pool.user(email)
    const access = decodeJwt(AccessToken)
    expect(decodeJwt(IdToken)).toEqual({
      sub: attributes.sub,
      aud: pool.clientId,
      email,
      email_verified: true,
      token_use: 'id',
      auth_time: now,
      iss: `http://localhost:9339/${pool.userPoolId}`,
      'cognito:username': username,
      exp: now + 3600,
      iat: now,
      jti: uuid,
      origin_jti: access.origin_jti,
      event_id: access.event_id,
    })
    expect(decodeJwt(IdToken).jti).not.toBe(access.jti)
  })

  test('are text but for three, and an address is an object', async () => {
    pool = await testPool({ Schema: [{ Name: 'age', AttributeDataType: 'Number' }] })
    await pool.confirmedUser(email)
    const values = {
      updated_at: '1700000000',
      address: 'Tokyo',
      'custom:age': '17',
      phone_number: '+819012345678',
    }
    await pool.call('AdminUpdateUserAttributes', {
      UserPoolId: pool.userPoolId,
      Username: email,
      UserAttributes: Object.entries(values).map(([Name, Value]) => ({ Name, Value })),
    })
    expect(decodeJwt((await pool.tokens(email)).IdToken)).toMatchObject({
      updated_at: 1_700_000_000,
      address: { formatted: 'Tokyo' },
      'custom:age': '17',
      phone_number: '+819012345678',
      phone_number_verified: false,
    })
  })

  test('are only those that the client may read', async () => {
    const { ClientId } = await pool.client({ ReadAttributes: ['email'] })
    const claims = decodeJwt((await pool.tokens(email, PASSWORD, ClientId)).IdToken)
    expect(claims).toMatchObject({ email })
    expect(claims).not.toHaveProperty('email_verified')
  })

  test('name no origin where the client has revocation off', async () => {
    const { ClientId } = await pool.client({ EnableTokenRevocation: false })
    const { AccessToken, IdToken } = await pool.tokens(email, PASSWORD, ClientId)
    for (const token of [AccessToken, IdToken]) expect(decodeJwt(token)).not.toHaveProperty('origin_jti')
  })
})

describe('the claims of groups', () => {
  const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`
  const member = async (...groups: [string, string | undefined, number | undefined][]) => {
    const { userPoolId: UserPoolId } = pool
    for (const [GroupName, RoleArn, Precedence] of groups) {
      const settings = { ...(RoleArn && { RoleArn }), ...(Precedence !== undefined && { Precedence }) }
      await pool.call('CreateGroup', { UserPoolId, GroupName, ...settings })
      await pool.call('AdminAddUserToGroup', { UserPoolId, GroupName, Username: email })
    }
    const { AccessToken, IdToken } = await pool.tokens(email)
    return { access: decodeJwt(AccessToken), id: decodeJwt(IdToken) }
  }

  test('prefer the role of the lowest precedence', async () => {
    const { access, id } = await member(['a', role('a'), undefined], ['b', role('b'), 2], ['c', role('c'), 0])
    expect(access).toMatchObject({ 'cognito:groups': ['a', 'b', 'c'] })
    expect(access).not.toHaveProperty('cognito:roles')
    expect(id).toMatchObject({
      'cognito:groups': ['a', 'b', 'c'],
      'cognito:roles': [role('c'), role('b'), role('a')],
      'cognito:preferred_role': role('c'),
    })
  })

  test('prefer none where two of the same precedence disagree', async () => {
    const { id } = await member(['a', role('a'), 1], ['b', role('b'), 1])
    expect(id).toHaveProperty('cognito:roles')
    expect(id).not.toHaveProperty('cognito:preferred_role')
  })

  test('prefer the one where two of the same precedence agree', async () => {
    const { id } = await member(['a', role('a'), 1], ['b', role('a'), 1], ['c', undefined, 0])
    expect(id).toMatchObject({ 'cognito:preferred_role': role('a') })
  })
})

describe('lifetimes', () => {
  test('are the client’s, in its units', async () => {
    const { ClientId } = await pool.client({
      AccessTokenValidity: 5,
      IdTokenValidity: 7200,
      RefreshTokenValidity: 1,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'seconds', RefreshToken: 'hours' },
    })
    const { AccessToken, IdToken, RefreshToken } = await pool.tokens(email, PASSWORD, ClientId)
    expect(decodeJwt(AccessToken).exp).toBe(now + 300)
    expect(decodeJwt(IdToken).exp).toBe(now + 7200)
    pool.wait({ minutes: 59 })
    await pool.call('GetTokensFromRefreshToken', { ClientId, RefreshToken })
    pool.wait({ minutes: 1 })
    expect(await pool.refusal('GetTokensFromRefreshToken', { ClientId, RefreshToken })).toEqual(
      refused('NotAuthorized', 'Refresh Token has expired'),
    )
  })
})

describe('a refresh', () => {
  test('keeps who, when and origin, and makes the rest new', async () => {
    const first = await pool.tokens(email)
    pool.wait({ minutes: 10 })
    const { AuthenticationResult = {} } = await pool.call('GetTokensFromRefreshToken', {
      ClientId: pool.clientId,
      RefreshToken: first.RefreshToken,
    })
    for (const use of ['AccessToken', 'IdToken'] as const) {
      const before = decodeJwt(first[use])
      const after = decodeJwt(AuthenticationResult[use] ?? '')
      expect(after).toEqual({ ...before, iat: now + 600, exp: now + 4200, jti: uuid, event_id: uuid })
      expect(after.jti).not.toBe(before.jti)
    }
  })

  test('shows attributes and groups as they are now', async () => {
    const { RefreshToken } = await pool.tokens(email)
    await pool.call('AdminUpdateUserAttributes', {
      UserPoolId: pool.userPoolId,
      Username: email,
      UserAttributes: [{ Name: 'name', Value: 'Hanako' }],
    })
    const { AuthenticationResult } = await pool.call('GetTokensFromRefreshToken', {
      ClientId: pool.clientId,
      RefreshToken,
    })
    expect(decodeJwt(AuthenticationResult?.IdToken ?? '')).toMatchObject({ name: 'Hanako' })
  })
})

describe('keys', () => {
  test('are two, one for each use, and jwks.json verifies what they sign', async () => {
    const { AccessToken, IdToken } = await pool.tokens(email)
    const set = await jwks()
    expect(set.keys).toHaveLength(2)
    for (const key of set.keys) {
      expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
      expect(key).toMatchObject({ alg: 'RS256', e: 'AQAB', kty: 'RSA', use: 'sig' })
      expect(key.kid).toMatch(/^[\w+/]{43}=$/)
    }
    const kids = [AccessToken, IdToken].map((token) => decodeProtectedHeader(token).kid)
    expect(new Set(kids)).toEqual(new Set(set.keys.map(({ kid }) => kid)))
    const options = { issuer: `http://localhost:9339/${pool.userPoolId}`, currentDate: new Date(now * 1000) }
    for (const token of [AccessToken, IdToken]) {
      expect(decodeProtectedHeader(token)).toEqual({ kid: expect.any(String), alg: 'RS256' })
      await jwtVerify(token, createLocalJWKSet(set), options)
    }
  })

  test('are shown for pools that exist', async () => {
    const response = await pool.fetch(
      new Request('http://localhost:9339/ap-northeast-1_none/.well-known/jwks.json'),
    )
    expect(response.status).toBe(404)
  })
})

describe('GetUser refuses', () => {
  const invalid = refused('NotAuthorized', 'Invalid Access Token')
  const answerTo = (AccessToken: string) => pool.refusal('GetUser', { AccessToken })
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

  /** The claims of a real token, signed in another way. */
  const forged = async (
    sign: (claims: JWTPayload, kid: string) => Promise<string> | string,
    use: 'AccessToken' | 'IdToken' = 'AccessToken',
  ) => {
    const tokens = await pool.tokens(email)
    return sign(decodeJwt(tokens[use]), decodeProtectedHeader(tokens[use]).kid ?? '')
  }
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

  test('an ID token', async () => {
    expect(await answerTo((await pool.tokens(email)).IdToken)).toEqual(invalid)
  })

  test('a refresh token, and what is no token', async () => {
    expect(await answerTo((await pool.tokens(email)).RefreshToken)).toEqual(invalid)
    for (const text of ['x', 'a.b.c', '..', `${encoded({ alg: 'RS256' })}.${encoded({})}.`]) {
      expect(await answerTo(text)).toEqual(invalid)
    }
  })

  test.each(['header', 'claims', 'signature'])('a token with its %s changed', async (part) => {
    const { AccessToken } = await pool.tokens(email)
    const parts = AccessToken.split('.')
    const index = ['header', 'claims', 'signature'].indexOf(part)
    const bytes = Buffer.from(parts[index] ?? '', 'base64url')
    bytes[20] = (bytes[20] ?? 0) ^ 1
    parts[index] = bytes.toString('base64url')
    expect(await answerTo(parts.join('.'))).toEqual(invalid)
  })

  test('the same claims unsigned', async () => {
    for (const alg of ['none', 'None', 'RS256']) {
      expect(
        await answerTo(await forged((claims, kid) => `${encoded({ alg, kid })}.${encoded(claims)}.`)),
      ).toEqual(invalid)
    }
  })

  test('the same claims signed with the public key as a shared secret', async () => {
    const { keys } = await jwks()
    const secrets = [publicKey.export({ type: 'spki', format: 'pem' }), JSON.stringify(keys[0])]
    for (const secret of secrets) {
      const token = await forged((claims, kid) =>
        new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid }).sign(Buffer.from(secret)),
      )
      expect(await answerTo(token)).toEqual(invalid)
    }
  })

  test('the same claims signed with a key of one’s own, also where the token brings it', async () => {
    for (const jwk of [undefined, publicKey.export({ format: 'jwk' })]) {
      const token = await forged((claims, kid) =>
        new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, ...(jwk && { jwk }) }).sign(privateKey),
      )
      expect(await answerTo(token)).toEqual(invalid)
    }
  })

  test('a token that has expired', async () => {
    const { AccessToken } = await pool.tokens(email)
    pool.wait({ minutes: 59 })
    await pool.call('GetUser', { AccessToken })
    pool.wait({ minutes: 1 })
    expect(await answerTo(AccessToken)).toEqual(refused('NotAuthorized', 'Access Token has expired'))
  })

  test('a token of another pool', async () => {
    const { AccessToken } = await pool.tokens(email)
    const other = await testPool()
    expect(await other.refusal('GetUser', { AccessToken })).toEqual(
      refused('ResourceNotFound', `User pool ${pool.userPoolId} does not exist.`),
    )
  })
})

test('every operation of people refuses a token that was revoked', async () => {
  const { AccessToken, RefreshToken } = await pool.tokens(email)
  await pool.call('RevokeToken', { ClientId: pool.clientId, Token: RefreshToken })
  const inputs = {
    ChangePassword: { PreviousPassword: PASSWORD, ProposedPassword: PASSWORD },
    DeleteUser: {},
    DeleteUserAttributes: { UserAttributeNames: ['name'] },
    GetUser: {},
    GetUserAttributeVerificationCode: { AttributeName: 'email' },
    GlobalSignOut: {},
    UpdateUserAttributes: { UserAttributes: [] },
    VerifyUserAttribute: { AttributeName: 'email', Code: '123456' },
  } as const
  for (const [name, input] of Object.entries(inputs)) {
    expect(await pool.refusal(name as keyof typeof inputs, { AccessToken, ...input })).toEqual(
      refused('NotAuthorized', 'Access Token has been revoked'),
    )
  }
})
