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

test('a configuration that is wrong fails the start, by name', async () => {
  vi.stubEnv('COGNITO_CLIENT_ID', undefined)
  await expect(import('./handler.ts')).rejects.toThrow('COGNITO_CLIENT_ID is not set.')
})
