import { beforeEach, expect, test } from 'vitest'
import { type TestConsole, testConsole } from '../../test-console.ts'
import { testPool } from '../../test-pool.ts'

let local: TestConsole
beforeEach(async () => {
  local = testConsole(await testPool())
})

test.each([
  [{ seconds: '86400' }, '2026-11-22T09:00:00.000Z'],
  [{ amount: '-1.5', unit: 'hours' }, '2026-11-21T07:30:00.000Z'],
  [{ to: '2027-01-01T00:00' }, '2027-01-01T00:00:00.000Z'],
  [{ to: '2027-01-01T00:00:30' }, '2027-01-01T00:00:30.000Z'],
])('%j moves the clock', async (fields, time) => {
  const response = await local.send('clock', fields)
  expect([response.status, response.headers.get('location')]).toEqual([303, '/_local/clock'])
  expect(await local.page('clock')).toContain(`<dt>UTC</dt><dd>${time}</dd>`)
})

test('puts the clock right', async () => {
  await local.send('clock', { seconds: '300' })
  expect(await local.page('clock')).toContain('<dd>300 seconds</dd>')
  await local.send('clock', { reset: '1' })
  expect(await local.page('clock')).toContain('<dt>UTC</dt><dd>2026-11-21T09:00:00.000Z</dd>')
})

test.each([{ to: 'tomorrow' }, { amount: 'much', unit: 'hours' }, { amount: '1e9', unit: 'days' }])(
  '%j is refused with words',
  async (fields) => {
    const response = await local.send('clock', fields)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('<p role="alert" class="alert">Give a number or a time.</p>')
    expect(await local.page('clock')).toContain('<dd>nothing</dd>')
  },
)
