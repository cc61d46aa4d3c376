import { describe, expect, test } from 'vitest'
import {
  callback,
  codeOf,
  exchange,
  locationOf,
  oauthClient,
  oauthPool,
  oauthTokens,
  post,
  signedOut,
  TestBrowser,
  tokenAnswer,
} from '../test-oauth.ts'

const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
})

test('a client with a secret proves it by the header, or in the body, and not by both', async () => {
  const pool = await oauthPool()
  const { ClientId, ClientSecret } = await pool.client({ ...oauthClient, GenerateSecret: true })
  const asking = { client_id: ClientId }
  const form = async () => ({ ...exchange(await codeOf(pool, asking)), ...asking })
  const header = basic(ClientId, ClientSecret)
  expect(await tokenAnswer(pool, await form(), header)).toMatchObject({ status: 200 })
  const body = { ...(await form()), client_secret: ClientSecret }
  expect(await tokenAnswer(pool, body)).toMatchObject({ status: 200 })
  expect(await tokenAnswer(pool, body, header)).toMatchObject({ error: 'invalid_request' })
  expect(await tokenAnswer(pool, await form())).toMatchObject({ status: 400, error: 'invalid_client' })
  expect(await tokenAnswer(pool, await form(), basic(ClientId, 'wrong'))).toMatchObject({
    error: 'invalid_client',
  })
  expect(await tokenAnswer(pool, await form(), basic(pool.clientId, ''))).toMatchObject({
    error: 'invalid_request',
  })
  expect(await tokenAnswer(pool, await form(), { authorization: 'Bearer token' })).toMatchObject({
    error: 'invalid_client',
  })
})

test.each([
  ['unsupported_grant_type', { grant_type: 'password' }],
  ['invalid_request', {}],
  ['invalid_request', { grant_type: 'authorization_code', redirect_uri: callback }],
  ['invalid_client', { grant_type: 'authorization_code', client_id: 'unknown' }],
  ['invalid_request', { grant_type: 'authorization_code', client_id: '' }],
])('%s for %j', async (error, form) => {
  const pool = await oauthPool()
  expect(await tokenAnswer(pool, form)).toMatchObject({ status: 400, error })
})

test('a parameter that stands twice, and a body that is no form, are refused', async () => {
  const pool = await oauthPool()
  const form = new URLSearchParams({ client_id: pool.clientId, ...exchange('code') })
  form.append('code', 'other')
  const send = (body: string, type: string) =>
    pool.fetch(
      new Request('https://localhost:9443/oauth2/token', {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      }),
    )
  const responses = await Promise.all([
    send(form.toString(), 'application/x-www-form-urlencoded'),
    send(JSON.stringify(exchange('code')), 'application/json'),
  ])
  for (const response of responses) {
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: 'invalid_request' })
  }
})

test('pages of any origin may ask, and no answer is kept', async () => {
  const pool = await oauthPool()
  const response = await post(pool, '/oauth2/token', { client_id: pool.clientId, grant_type: 'nonsense' })
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('GET is not allowed', async () => {
  const pool = await oauthPool()
  const response = await pool.fetch(new Request('https://localhost:9443/oauth2/token'))
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('POST')
})

test('a secret in the header is taken as it is, or encoded as a form is, and with nothing after it', async () => {
  const pool = await oauthPool()
  const secret = 'a+b'.repeat(10)
  const { ClientId } = await pool.client({ ...oauthClient, ClientSecret: secret })
  const answerTo = async (said: string) => {
    const asking = { client_id: ClientId }
    return tokenAnswer(pool, { ...exchange(await codeOf(pool, asking)), ...asking }, basic(ClientId, said))
  }
  expect(await answerTo(secret)).toMatchObject({ status: 200 })
  expect(await answerTo(encodeURIComponent(secret))).toMatchObject({ status: 200 })
  for (const wrong of [`${secret}&junk`, `${secret}&part=`, `${secret}%`, secret.replaceAll('+', ' ')]) {
    expect(await answerTo(wrong)).toMatchObject({ error: 'invalid_client' })
  }
})

test('a form of many parameters is read in no time', async () => {
  const pool = await oauthPool()
  const form = Object.fromEntries(Array.from({ length: 9000 }, (_, index) => [`p${index}`, '']))
  const begin = performance.now()
  expect(await tokenAnswer(pool, form)).toMatchObject({ error: 'invalid_request' })
  expect(performance.now() - begin).toBeLessThan(500)
})

test('a pool that has lost its domain gives no tokens, and tells nothing of them', async () => {
  const pool = await oauthPool()
  const { refresh_token, access_token } = await oauthTokens(pool)
  await pool.call('DeleteUserPoolDomain', { UserPoolId: pool.userPoolId, Domain: 'entrance' })
  const refresh = { grant_type: 'refresh_token', refresh_token }
  expect(await tokenAnswer(pool, refresh)).toMatchObject({
    status: 400,
    error: 'invalid_request',
    error_description: expect.stringContaining('has no domain'),
  })
  const revoked = await post(pool, '/oauth2/revoke', { client_id: pool.clientId, token: refresh_token })
  expect(revoked.status).toBe(400)
  const headers = { authorization: `Bearer ${access_token}` }
  expect((await post(pool, '/oauth2/userInfo', {}, headers)).status).toBe(400)
  const query = { client_id: pool.clientId, logout_uri: signedOut }
  expect(locationOf(await new TestBrowser(pool).get('/logout', query)).pathname).toBe('/error')
})

describe('aws_client_metadata', () => {
  const metadata = { environment: 'dev' }
  const form = { aws_client_metadata: JSON.stringify(metadata) }

  test('is told to PreTokenGeneration, whatever the grant', async () => {
    const told: unknown[] = []
    const pool = await oauthPool(
      {},
      {
        LambdaConfig: {
          PreTokenGenerationConfig: { LambdaVersion: 'V3_0', LambdaArn: 'arn:aws:lambda:x:1:function:f' },
        },
      },
      {
        triggers: {
          PreTokenGeneration(event) {
            told.push([event.triggerSource, event.request.clientMetadata])
            return event
          },
        },
      },
    )
    await pool.call('CreateResourceServer', {
      UserPoolId: pool.userPoolId,
      Identifier: 'api',
      Name: 'API',
      Scopes: [{ ScopeName: 'read', ScopeDescription: 'Read' }],
    })
    const machine = await pool.client({
      GenerateSecret: true,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: ['api/read'],
    })
    const { refresh_token } = await tokenAnswer(pool, { ...exchange(await codeOf(pool)), ...form })
    await tokenAnswer(pool, { grant_type: 'refresh_token', refresh_token: String(refresh_token), ...form })
    await tokenAnswer(pool, {
      grant_type: 'client_credentials',
      client_id: machine.ClientId,
      client_secret: machine.ClientSecret,
      ...form,
    })
    expect(told).toEqual([
      ['TokenGeneration_HostedAuth', metadata],
      ['TokenGeneration_RefreshTokens', metadata],
      ['TokenGeneration_ClientCredentials', metadata],
    ])
  })

  test.each(['{', '[]', 'null', '{"a":1}'])('is refused where it is %s', async (aws_client_metadata) => {
    const pool = await oauthPool()
    const code = await codeOf(pool)
    expect(await tokenAnswer(pool, { ...exchange(code), aws_client_metadata })).toMatchObject({
      error: 'invalid_request',
    })
    expect(await tokenAnswer(pool, exchange(code))).toMatchObject({ status: 200 })
  })
})
