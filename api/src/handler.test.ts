import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.resetModules()
  vi.stubEnv('COGNITO_USER_POOL_ID', 'ap-northeast-1_AbCdEfGhI')
  vi.stubEnv('COGNITO_CLIENT_ID', '6h89qn2bfglbmvfebq9aaknqk0')
  vi.stubEnv('ALLOWED_ORIGIN', 'https://app.example.com')
})

afterEach(() => vi.unstubAllEnvs())

test('Lambda finds the handler under its name', async () => {
  const { handler } = await import('./handler.ts')
  expect(handler).toBeTypeOf('function')
})

test('what a REST API sends is answered as what an HTTP API sends', async () => {
  const { handler } = await import('./handler.ts')
  const origin = 'https://app.example.com'
  const rest = {
    httpMethod: 'GET',
    path: '/',
    headers: { Origin: origin, Authorization: 'Bearer abc' },
    requestContext: { requestId: '1', stage: 'v1', identity: { sourceIp: '192.0.2.1', userAgent: 'test' } },
  } as unknown as APIGatewayProxyEvent
  const http = {
    rawPath: '/',
    headers: { origin, authorization: 'Bearer abc' },
    requestContext: { http: { method: 'GET' } },
  } as unknown as APIGatewayProxyEventV2
  const answer = await handler(rest)
  expect(answer).toEqual(await handler(http))
  expect(answer).toMatchObject({ statusCode: 401, headers: { 'access-control-allow-origin': origin } })
  expect(JSON.parse(answer.body ?? '')).toMatchObject({ error: 'token_malformed' })
})

test('a configuration that is wrong fails the start, by name', async () => {
  vi.stubEnv('COGNITO_CLIENT_ID', undefined)
  await expect(import('./handler.ts')).rejects.toThrow('COGNITO_CLIENT_ID is not set.')
})
