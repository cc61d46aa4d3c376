import { beforeEach, describe, expect, test } from 'vitest'
import { refused, type TestPool, testPool } from '../../test-pool.ts'

let pool: TestPool
beforeEach(async () => {
  pool = await testPool()
})

const ask = (method: string, body?: object | string) =>
  pool.fetch(
    new Request('http://localhost:9339/_local/clock', {
      method,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
  )

interface State {
  readonly now: string
  readonly moved: number
}

const moved = async (body: object) => (await (await ask('PUT', body)).json()) as State

test('shows the time of the pool, which goes with the clock that the pool was given', async () => {
  expect(await (await ask('GET')).json()).toEqual({
    now: '2026-11-21T09:00:00.000Z',
    milliseconds: pool.now(),
    moved: 0,
  })
  pool.wait({ minutes: 5 })
  expect(await (await ask('GET')).json()).toMatchObject({ now: '2026-11-21T09:05:00.000Z', moved: 0 })
})

test('moves by seconds, each time further, and goes on from there', async () => {
  await moved({ advance: 60 })
  expect(await moved({ advance: 30 })).toMatchObject({ now: '2026-11-21T09:01:30.000Z', moved: 90 })
  pool.wait({ seconds: 1 })
  expect(await moved({ advance: -31 })).toMatchObject({ now: '2026-11-21T09:01:00.000Z', moved: 59 })
})

test('is put to a time, and back', async () => {
  const there = await moved({ now: '2027-01-01T09:00:00+09:00' })
  expect(there).toMatchObject({ now: '2027-01-01T00:00:00.000Z' })
  expect(await (await ask('DELETE')).json()).toMatchObject({ now: '2026-11-21T09:00:00.000Z', moved: 0 })
})

test('is the clock that tokens end by', async () => {
  const { email } = await pool.confirmedUser()
  const { AccessToken } = await pool.tokens(email)
  await moved({ advance: 3599 })
  await pool.call('GetUser', { AccessToken })
  await moved({ advance: 1 })
  expect(await pool.refusal('GetUser', { AccessToken })).toEqual(
    refused('NotAuthorized', 'Access Token has expired'),
  )
})

describe('is refused, and stays, with', () => {
  const shape = 'The body must be a JSON object, such as { "advance": 3600 }.'
  const either = 'The clock takes either now, a time, or advance, a number of seconds.'
  const time = 'now must be a time with its zone, such as "2027-01-01T00:00:00Z".'
  const seconds = 'advance must be a number of seconds, such as 3600.'
  test.each([
    ['', shape],
    ['[1]', shape],
    ['null', shape],
    ['{}', either],
    ['{ "now": "2027-01-01T00:00:00Z", "advance": 1 }', either],
    ['{ "advance": "60" }', seconds],
    ['{ "advance": null }', seconds],
    ['{ "now": 0 }', time],
    ['{ "now": "tomorrow" }', time],
    ['{ "now": "2027-01-01T00:00:00" }', time],
    ['{ "advance": 1e300 }', 'The clock goes from 1970 to 9999.'],
    ['{ "now": "1969-12-31T23:59:59Z" }', 'The clock goes from 1970 to 9999.'],
    ['{ "seconds": 1 }', 'seconds is unknown; the clock takes now or advance.'],
  ])('%s', async (body, message) => {
    const response = await ask('PUT', body)
    expect([response.status, await response.text()]).toEqual([400, message])
    expect(await (await ask('GET')).json()).toMatchObject({ moved: 0 })
  })
})
