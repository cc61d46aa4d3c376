import { afterEach, expect, test, vi } from 'vitest'
import { testPool } from '../test-pool.ts'

afterEach(() => {
  vi.useRealTimers()
})

test('whatever a test has done to the timers, what takes an even time is answered', async () => {
  const pool = await testPool()
  vi.useFakeTimers()
  const input = { ClientId: pool.clientId, Username: 'nobody@example.com' }
  expect(await pool.attempt('ForgotPassword', input)).toBe('ok')
})
