import { expect, test } from 'vitest'
import { callback, codeOf, exchange, oauthClient, oauthPool, post, tokenAnswer } from '../test-oauth.ts'

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
