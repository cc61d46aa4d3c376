import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { exportJWK, type JWTPayload, SignJWT } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Api, createApi } from './api.ts'

const userPoolId = 'ap-northeast-1_LocalPool'
const clientId = '6h89qn2bfglbmvfebq9aaknqk0'
const origin = 'https://app.example.com'

const poolKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
const jwks = {
  keys: [{ ...(await exportJWK(poolKey.publicKey)), kid: 'pool-key=', alg: 'RS256', use: 'sig' }],
}

/** What the pool's server answers when it is asked for its keys. A test may change it. */
let keysAnswer: { status: number; body: string; location?: string }
let keysAsked = 0
const poolServer = createServer((request, response) => {
  keysAsked += 1
  const found = request.url === `/${userPoolId}/.well-known/jwks.json`
  if (keysAnswer.location) response.setHeader('location', keysAnswer.location)
  response.writeHead(found ? keysAnswer.status : 404).end(keysAnswer.body)
})

let issuer: string
let api: Api

beforeAll(async () => {
  await new Promise<void>((listening) => poolServer.listen(0, '127.0.0.1', listening))
  issuer = `http://127.0.0.1:${(poolServer.address() as AddressInfo).port}/${userPoolId}`
  resetPool()
})

afterAll(() => {
  poolServer.close()
  poolServer.closeAllConnections()
})

afterEach(() => {
  vi.restoreAllMocks()
  resetPool()
})

function resetPool() {
  keysAnswer = { status: 200, body: JSON.stringify(jwks) }
  keysAsked = 0
  api = createApi({ userPoolId, clientId, allowedOrigin: origin, issuer })
}

const now = () => Math.floor(Date.now() / 1000)

/** The claims of an ID token as Cognito makes it. */
function claims(changes: JWTPayload = {}): JWTPayload {
  return {
    sub: '34c84488-e0e1-70ae-d2ee-991ad1a898c8',
    aud: clientId,
    token_use: 'id',
    iss: issuer,
    auth_time: now(),
    iat: now(),
    exp: now() + 3600,
    'cognito:username': '34c84488-e0e1-70ae-d2ee-991ad1a898c8',
    email: 'hanako@example.com',
    email_verified: true,
    ...changes,
  }
}

interface Signing {
  readonly key?: KeyObject | Uint8Array
  readonly kid?: string
  readonly alg?: string
}

function signed(
  payload = claims(),
  { key = poolKey.privateKey, kid = 'pool-key=', alg = 'RS256' }: Signing = {},
) {
  return new SignJWT(payload).setProtectedHeader({ kid, alg }).sign(key)
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

interface Request {
  readonly method?: string
  readonly path?: string
  readonly headers?: Record<string, string>
}

/** The answer of the API, with its body parsed. */
async function call({ method = 'GET', path = '/', headers = {} }: Request) {
  const event: APIGatewayProxyEventV2 = {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: '',
    headers,
    requestContext: {
      accountId: '',
      apiId: '',
      domainName: '',
      domainPrefix: '',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
      requestId: '',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    isBase64Encoded: false,
  }
  const { statusCode, headers: answered = {}, body } = await api(event)
  return { status: statusCode, headers: answered, body: body === undefined ? undefined : JSON.parse(body) }
}

const callWith = (token: string) => call({ headers: { authorization: `Bearer ${token}` } })

async function expectRefusal(token: string, error: string) {
  const { status, headers, body } = await callWith(token)
  expect({ status, error: body.error }).toEqual({ status: 401, error })
  expect(headers['www-authenticate']).toBe(
    `Bearer error="invalid_token", error_description="${body.message}"`,
  )
}

describe('a token that is accepted', () => {
  test('the caller gets the claims of the ID token', async () => {
    const sent = claims()
    const { status, headers, body } = await callWith(await signed(sent))
    expect(status).toBe(200)
    expect(body).toEqual({ claims: sent })
    expect(headers['content-type']).toBe('application/json')
    expect(headers['cache-control']).toBe('no-store')
  })

  test.each<[string, (token: string) => string]>([
    ['the scheme in another letter case', (token) => `bearer ${token}`],
    ['more blanks before it', (token) => `Bearer   ${token}`],
    ['blanks after it', (token) => `Bearer ${token}  `],
  ])('with %s, too', async (_, header) => {
    const { status } = await call({ headers: { authorization: header(await signed()) } })
    expect(status).toBe(200)
  })

  test('the keys of the pool are fetched once for many calls', async () => {
    const token = await signed()
    await Promise.all([callWith(token), callWith(token)])
    await callWith(token)
    expect(keysAsked).toBe(1)
  })

  test('a key that the pool has only just begun to use is fetched', async () => {
    await callWith(await signed())
    const added = { ...(await exportJWK(otherKey.publicKey)), kid: 'next-key=', alg: 'RS256', use: 'sig' }
    keysAnswer = { status: 200, body: JSON.stringify({ keys: [...jwks.keys, added] }) }
    const { status } = await callWith(await signed(claims(), { key: otherKey.privateKey, kid: 'next-key=' }))
    expect(status).toBe(200)
  })
})

describe('a token that is refused with 401 and the reason', () => {
  test('no Authorization header', async () => {
    const { status, headers, body } = await call({})
    expect(status).toBe(401)
    expect(body.error).toBe('token_missing')
    expect(headers['www-authenticate']).toBe('Bearer')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['content-type']).toBe('application/json')
  })

  test.each(['', 'Bearer', 'Bearer  ', 'Bearerabc', 'X-Bearer abc', 'Basic aGFuYWtvOnNlY3JldA=='])(
    'Authorization: "%s" brings no token',
    async (authorization) => {
      const { status, body } = await call({ headers: { authorization } })
      expect({ status, error: body.error }).toEqual({ status: 401, error: 'token_missing' })
    },
  )

  test.each([
    'abc',
    'a.b',
    'a.b.c',
    'a.b.c.d.e',
    'two words',
    `${base64url({})}.${base64url([])}.c2ln`,
    `${base64url({ kid: 1 })}.${base64url({})}.c2ln`,
  ])('"%s" is malformed', async (token) => {
    await expectRefusal(token, 'token_malformed')
  })

  test('a token that ended a second ago is expired', async () => {
    await expectRefusal(await signed(claims({ exp: now() - 1 })), 'token_expired')
  })

  test('a token that would never end is malformed', async () => {
    const { exp: _, ...endless } = claims()
    await expectRefusal(await signed(endless), 'token_malformed')
  })

  test('a token that begins later is not yet valid', async () => {
    await expectRefusal(await signed(claims({ nbf: now() + 60 })), 'token_not_yet_valid')
  })

  test("another pool's token is told by its issuer, without a fetch of keys", async () => {
    const elsewhere = claims({
      iss: 'https://cognito-idp.ap-northeast-1.amazonaws.com/ap-northeast-1_OtherPool',
    })
    await expectRefusal(
      await signed(elsewhere, { key: otherKey.privateKey, kid: 'other-key=' }),
      'wrong_user_pool',
    )
    expect(keysAsked).toBe(0)
  })

  test('another issuer is refused with the right key too', async () => {
    await expectRefusal(await signed(claims({ iss: `${issuer}/` })), 'wrong_user_pool')
  })

  test('a token without an issuer belongs to no pool of ours', async () => {
    const { iss: _, ...anonymous } = claims()
    await expectRefusal(await signed(anonymous), 'wrong_user_pool')
  })

  test.each(['1111111111111111111111111', [clientId, 'another'], ''])(
    'a token for the client %s',
    async (aud) => {
      const token = await signed(claims({ aud }))
      // A list is not what Cognito sends, even if it holds the right client.
      await expectRefusal(token, 'wrong_client')
    },
  )

  test('an access token is no ID token', async () => {
    const { aud: _, email: __, ...rest } = claims()
    const access = {
      ...rest,
      token_use: 'access',
      client_id: clientId,
      scope: 'aws.cognito.signin.user.admin',
    }
    await expectRefusal(await signed(access), 'not_an_id_token')
  })

  test('a token that does not say what it is for is no ID token', async () => {
    const { token_use: _, ...rest } = claims()
    await expectRefusal(await signed(rest), 'not_an_id_token')
  })

  test('altered claims break the signature', async () => {
    const [header, , signature] = (await signed()).split('.')
    await expectRefusal(
      `${header}.${base64url(claims({ email: 'admin@example.com' }))}.${signature}`,
      'bad_signature',
    )
  })

  test("another pool's key is told by its id", async () => {
    await expectRefusal(
      await signed(claims(), { key: otherKey.privateKey, kid: 'other-key=' }),
      'unknown_key',
    )
  })

  test("another key under the pool's key id does not sign for it", async () => {
    await expectRefusal(await signed(claims(), { key: otherKey.privateKey }), 'bad_signature')
  })

  test('unknown keys do not make the API fetch again and again', async () => {
    for (const kid of ['a', 'b', 'c']) {
      await expectRefusal(await signed(claims(), { key: otherKey.privateKey, kid }), 'unknown_key')
    }
    expect(keysAsked).toBe(1)
  })

  test('a header without a key id names no key', async () => {
    const token = await new SignJWT(claims()).setProtectedHeader({ alg: 'RS256' }).sign(poolKey.privateKey)
    await expectRefusal(token, 'unknown_key')
  })

  test('a token without a signature (alg none) is malformed, with a made-up one its signature is wrong', async () => {
    const unsigned = `${base64url({ kid: 'pool-key=', alg: 'none' })}.${base64url(claims())}.`
    await expectRefusal(unsigned, 'token_malformed')
    await expectRefusal(`${unsigned}c2ln`, 'bad_signature')
  })

  test('HS256 with the public key as the secret does not pass as a signature', async () => {
    const secret = Buffer.from(poolKey.publicKey.export({ type: 'spki', format: 'pem' }))
    await expectRefusal(await signed(claims(), { key: secret, alg: 'HS256' }), 'bad_signature')
  })

  test('RS512 is not how Cognito signs', async () => {
    await expectRefusal(await signed(claims(), { alg: 'RS512' }), 'bad_signature')
  })
})

describe('keys that cannot be had', () => {
  /** Expects a 503 that says nothing about the token, and gives back what was logged. */
  async function expectUndecided(): Promise<string> {
    const lines: string[] = []
    vi.spyOn(console, 'error').mockImplementation((...line) => void lines.push(line.join(' ')))
    const token = await signed()
    const { status, headers, body } = await callWith(token)
    expect({ status, body }).toEqual({
      status: 503,
      body: {
        error: 'keys_unavailable',
        message:
          'The token could not be checked, since the keys of the user pool could not be fetched. Try again shortly.',
      },
    })
    expect(headers['www-authenticate']).toBeUndefined()
    expect(headers['retry-after']).toBe('5')
    const logged = lines.join('\n')
    expect(logged).toContain(issuer)
    for (const part of token.split('.')) expect(logged).not.toContain(part)
    return logged
  }

  test('a pool that does not listen: 503, and the log says why', async () => {
    const listener = createServer()
    await new Promise<void>((listening) => listener.listen(0, '127.0.0.1', listening))
    const { port } = listener.address() as AddressInfo
    await new Promise((closed) => listener.close(closed))
    const before = issuer
    issuer = `http://127.0.0.1:${port}/${userPoolId}`
    api = createApi({ userPoolId, clientId, allowedOrigin: origin, issuer })
    try {
      expect(await expectUndecided()).toContain('ECONNREFUSED')
    } finally {
      issuer = before
    }
  })

  test('a pool that answers with an error: 503, and the log says which', async () => {
    keysAnswer = { status: 500, body: '' }
    expect(await expectUndecided()).toBe(
      `The keys of the user pool could not be had from ${issuer}: status 500`,
    )
  })

  test('a pool that sends elsewhere for its keys: 503, and nobody goes there', async () => {
    keysAnswer = { status: 302, body: '', location: `/${userPoolId}/elsewhere` }
    await expectUndecided()
    expect(keysAsked).toBe(1)
  })

  test('a pool whose key is not for signatures: 503', async () => {
    keysAnswer = { status: 200, body: JSON.stringify({ keys: [{ ...jwks.keys[0], use: 'enc' }] }) }
    await expectUndecided()
  })

  test.each(['<html>', '{}', '{"keys":[{"kid":"pool-key="}]}', '{"keys":[{"kid":"pool-key=","kty":"oct"}]}'])(
    'a pool that answers %s instead of keys: 503',
    async (body) => {
      keysAnswer = { status: 200, body }
      await expectUndecided()
    },
  )

  test('the next call succeeds when the pool is back', async () => {
    keysAnswer = { status: 500, body: '' }
    await expectUndecided()
    keysAnswer = { status: 200, body: JSON.stringify(jwks) }
    expect((await callWith(await signed())).status).toBe(200)
  })
})

describe('paths, methods and origins', () => {
  test('another path is 404, in JSON', async () => {
    const { status, body } = await call({ path: '/users' })
    expect({ status, body }).toEqual({
      status: 404,
      body: { error: 'not_found', message: 'There is nothing at this path.' },
    })
  })

  test.each(['POST', 'PUT', 'DELETE', 'HEAD'])('%s is 405 and says what is allowed', async (method) => {
    const { status, headers, body } = await call({ method })
    expect({ status, body }).toEqual({
      status: 405,
      body: { error: 'method_not_allowed', message: 'This resource can only be read (GET).' },
    })
    expect(headers.allow).toBe('GET, OPTIONS')
  })

  test('a page of the configured origin may read the answer, its refusal included', async () => {
    const { headers } = await call({ headers: { origin } })
    expect(headers['access-control-allow-origin']).toBe(origin)
    expect(headers['access-control-expose-headers']).toBe('WWW-Authenticate, Retry-After')
    expect(headers).not.toHaveProperty('access-control-allow-methods')
    expect(headers.vary).toBe('Origin')
  })

  test.each([
    'https://evil.example',
    'http://app.example.com',
    `${origin}:8443`,
    `${origin}.evil.example`,
    'null',
  ])('a page of %s may not', async (other) => {
    const plain = await call({ headers: { origin: other } })
    const preflight = await call({ method: 'OPTIONS', headers: { origin: other } })
    for (const { headers } of [plain, preflight]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
      expect(headers.vary).toBe('Origin')
    }
  })

  test('the preflight of the configured origin allows GET with an Authorization header', async () => {
    const { status, headers, body } = await call({
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    })
    expect(status).toBe(204)
    expect(body).toBeUndefined()
    expect(headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET',
      'access-control-allow-headers': 'Authorization',
      'access-control-max-age': '600',
      ...{ allow: 'GET, OPTIONS', vary: 'Origin' },
    })
  })
})

test('a bug is answered with 500, which says nothing about the token; the log says what it was', async () => {
  const logged: unknown[] = []
  vi.spyOn(console, 'error').mockImplementation((...line) => void logged.push(line))
  const { statusCode, body = '' } = await api({ rawPath: '/', headers: {} } as never)
  expect(statusCode).toBe(500)
  expect(JSON.parse(body)).toEqual({
    error: 'internal_error',
    message: 'The API failed. This is not about the token.',
  })
  expect(logged).toEqual([['The API failed:', expect.any(TypeError)]])
})
