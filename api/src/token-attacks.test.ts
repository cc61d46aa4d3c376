import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type RunningLocalUserPool, startLocalUserPool } from '../../packages/local-user-pool/src/index.ts'
import { attackersKeys, forgeries, type Genuine } from '../../packages/local-user-pool/src/test-forgeries.ts'

let asked = 0
const lure = createServer((_, response) => {
  asked += 1
  response.end(JSON.stringify(attackersKeys))
})

let pool: RunningLocalUserPool
let handler: typeof import('./handler.ts')['handler']
let genuine: Genuine
let accessToken: string
/** App clients: the one that the API is for, another of the same pool, and one of another pool. */
let clients: Readonly<Record<'own' | 'other' | 'elsewhere', string>>

async function call(operation: string, input: object): Promise<Record<string, Record<string, string>>> {
  const response = await fetch(pool.url, {
    method: 'POST',
    headers: {
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      authorization: 'AWS4-HMAC-SHA256',
    },
    body: JSON.stringify(input),
  })
  if (response.status !== 200) throw new Error(`${operation}: ${await response.text()}`)
  return (await response.json()) as Record<string, Record<string, string>>
}

async function newPool(): Promise<string> {
  const { UserPool } = await call('CreateUserPool', { PoolName: 'api' })
  const user = { UserPoolId: UserPool?.Id, Username: 'hanako' }
  await call('AdminCreateUser', { ...user, MessageAction: 'SUPPRESS' })
  await call('AdminSetUserPassword', { ...user, Password: 'Genkan-2026', Permanent: true })
  return UserPool?.Id ?? ''
}

async function newClient(UserPoolId: string): Promise<string> {
  const { UserPoolClient } = await call('CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'api',
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
  })
  return UserPoolClient?.ClientId ?? ''
}

async function tokensOf(ClientId: string): Promise<Record<string, string>> {
  const { AuthenticationResult = {} } = await call('InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: 'hanako', PASSWORD: 'Genkan-2026' },
  })
  return AuthenticationResult
}

beforeAll(async () => {
  await new Promise<void>((listening) => lure.listen(0, '127.0.0.1', listening))
  const keys: JWK[] = []
  pool = await startLocalUserPool({
    port: 0,
    async newSigningKey(random) {
      const { privateKey } = await generateKeyPair('RS256', { extractable: true })
      const key = { ...(await exportJWK(privateKey)), kid: random(32).toString('base64') }
      keys.push(key)
      return key
    },
  })
  const [own, elsewhere] = [await newPool(), await newPool()]
  clients = { own: await newClient(own), other: await newClient(own), elsewhere: await newClient(elsewhere) }
  const { IdToken: token = '', AccessToken = '' } = await tokensOf(clients.own)
  accessToken = AccessToken
  const { kid } = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())
  const [key, otherKey] = keys.toSorted((one) => (one.kid === kid ? -1 : 1))
  if (!key || !otherKey) throw new Error('The pool has made no two keys.')
  genuine = {
    token,
    key,
    otherKey,
    lure: `http://127.0.0.1:${(lure.address() as AddressInfo).port}/jwks.json`,
  }
  vi.resetModules()
  vi.stubEnv('COGNITO_USER_POOL_ID', own)
  vi.stubEnv('COGNITO_CLIENT_ID', clients.own)
  vi.stubEnv('COGNITO_ISSUER', `${pool.url}/${own}`)
  vi.stubEnv('ALLOWED_ORIGIN', 'https://app.example.com')
  handler = (await import('./handler.ts')).handler
})

afterAll(async () => {
  vi.unstubAllEnvs()
  lure.close()
  await pool.close()
})

/** What the API answers to a token, behind each of the two kinds of API that API Gateway has. */
async function answersTo(token: string) {
  const rest = {
    httpMethod: 'GET',
    path: '/',
    headers: { Authorization: `Bearer ${token}` },
    requestContext: { requestId: '1', stage: 'v1', identity: { sourceIp: '192.0.2.1', userAgent: 'test' } },
  } as unknown as APIGatewayProxyEvent
  const http = {
    rawPath: '/',
    headers: { authorization: `Bearer ${token}` },
    requestContext: { http: { method: 'GET' } },
  } as unknown as APIGatewayProxyEventV2
  const answers = await Promise.all([handler(rest), handler(http)])
  return answers.map(({ statusCode, body }) => ({ status: statusCode, body: JSON.parse(body ?? '') }))
}

test('the API takes the ID token that the pool issued for its client, in both shapes', async () => {
  for (const { status } of await answersTo(genuine.token)) expect(status).toBe(200)
})

describe('the API refuses with 401, in both shapes,', () => {
  test.each(Object.entries(forgeries))('%s', async (_, forge) => {
    for (const { status, body } of await answersTo(forge(genuine))) {
      expect({ status, claims: body.claims }).toEqual({ status: 401, claims: undefined })
    }
    expect(asked).toBe(0)
  })

  test('the access token', async () => {
    for (const { status, body } of await answersTo(accessToken)) {
      expect({ status, error: body.error }).toEqual({ status: 401, error: 'not_an_id_token' })
    }
  })

  test('the ID token that another client of the pool was given', async () => {
    for (const { status, body } of await answersTo((await tokensOf(clients.other)).IdToken ?? '')) {
      expect({ status, error: body.error }).toEqual({ status: 401, error: 'wrong_client' })
    }
  })

  test('the ID token of another pool, that the same keys have signed', async () => {
    for (const { status, body } of await answersTo((await tokensOf(clients.elsewhere)).IdToken ?? '')) {
      expect({ status, error: body.error }).toEqual({ status: 401, error: 'wrong_user_pool' })
    }
  })
})
