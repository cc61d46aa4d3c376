import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { oauthPool, tokenAnswer } from '../../test-oauth.ts'

async function machine(more = {}) {
  const pool = await oauthPool()
  await pool.call('CreateResourceServer', {
    UserPoolId: pool.userPoolId,
    Identifier: 'orders',
    Name: 'Orders',
    Scopes: [
      { ScopeName: 'read', ScopeDescription: 'Read' },
      { ScopeName: 'write', ScopeDescription: 'Write' },
    ],
  })
  const { ClientId, ClientSecret } = await pool.client({
    GenerateSecret: true,
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes: ['orders/read', 'orders/write'],
    ...more,
  })
  const ask = (form: Record<string, string> = {}) =>
    tokenAnswer(pool, {
      grant_type: 'client_credentials',
      client_id: ClientId,
      client_secret: ClientSecret,
      ...form,
    })
  return { pool, ask, ClientId, ClientSecret }
}

test('a client with a secret gets an access token of its own, and nothing else', async () => {
  const { ask, ClientId } = await machine()
  const answer = await ask({ scope: 'orders/read' })
  expect(answer).toEqual({
    status: 200,
    access_token: expect.any(String),
    expires_in: 3600,
    token_type: 'Bearer',
  })
  expect(decodeJwt(String(answer.access_token))).toMatchObject({
    sub: ClientId,
    client_id: ClientId,
    scope: 'orders/read',
    token_use: 'access',
  })
})

test('without a scope it gets all that it may have', async () => {
  const { ask } = await machine()
  expect(decodeJwt(String((await ask()).access_token)).scope).toBe('orders/read orders/write')
})

test('a scope that it may not have is refused', async () => {
  const { ask } = await machine()
  expect(await ask({ scope: 'orders/delete' })).toMatchObject({ status: 400, error: 'invalid_scope' })
  expect(await ask({ scope: 'openid' })).toMatchObject({ status: 400, error: 'invalid_scope' })
})

test('a wrong secret, none, and one for a client without are refused', async () => {
  const { ask, pool } = await machine()
  const invalid = { status: 400, error: 'invalid_client' }
  expect(await ask({ client_secret: 'wrong' })).toMatchObject(invalid)
  expect(await ask({ client_secret: '' })).toMatchObject(invalid)
  expect(await ask({ client_id: pool.clientId })).toMatchObject(invalid)
})

test('a client that may not is told so', async () => {
  const { ask } = await machine({
    AllowedOAuthFlows: ['code'],
    CallbackURLs: ['https://app.example.com/callback'],
  })
  expect(await ask()).toMatchObject({ status: 400, error: 'unauthorized_client' })
})

test('a scope of nothing but blanks is as good as none, and one that stands twice is one', async () => {
  const { ask } = await machine()
  expect(decodeJwt(String((await ask({ scope: ' ' })).access_token)).scope).toBe('orders/read orders/write')
  const twice = await ask({ scope: 'orders/read orders/read' })
  expect(decodeJwt(String(twice.access_token)).scope).toBe('orders/read')
})
