import { beforeEach, describe, expect, test } from 'vitest'
import { createLocalUserPool } from '../../pool.ts'
import { type TestPool, testPassword, testPool } from '../../test-pool.ts'

let pool: TestPool
beforeEach(async () => {
  pool = await testPool()
})

const ask = (query: string, init: RequestInit = {}) =>
  pool.fetch(new Request(`http://localhost:9339/_local/inbox${query}`, init))

interface Item {
  readonly id: number
  readonly destination: string
  readonly kind: string
}

const items = async (query: string, init?: RequestInit) =>
  ((await (await ask(query, init)).json()) as { items: Item[] }).items

const signUp = (Username: string) =>
  pool.call('SignUp', { ClientId: pool.clientId, Username, Password: testPassword })

describe('waits', () => {
  test('for the next code to an address, and for no other', async () => {
    const waiting = items('?to=Hanako@example.com&wait=60')
    await signUp('ken@example.com')
    await signUp('hanako@example.com')
    expect(await waiting).toMatchObject([{ destination: 'hanako@example.com', kind: 'sign-up' }])
  })

  test('not at all for what is there already', async () => {
    await signUp('hanako@example.com')
    expect(await items('?to=hanako@example.com&wait=60')).toHaveLength(1)
  })

  test('for what comes after the last that was seen', async () => {
    await signUp('hanako@example.com')
    const [first] = await items('?to=hanako@example.com')
    const waiting = items(`?to=hanako@example.com&after=${first?.id}&wait=60`)
    await pool.call('ResendConfirmationCode', { ClientId: pool.clientId, Username: 'hanako@example.com' })
    const [second, ...others] = await waiting
    expect(second?.id).toBeGreaterThan(first?.id ?? Infinity)
    expect(others).toEqual([])
  })

  test('no longer than it was asked to', async () => {
    expect(await items('?to=nobody@example.com&wait=1')).toEqual([])
  })

  test('no longer than whoever asked', async () => {
    const client = new AbortController()
    const waiting = items('?wait=60', { signal: client.signal })
    client.abort()
    expect(await waiting).toEqual([])
  })

  test('no longer than the pool lives', async () => {
    const closing = createLocalUserPool()
    const read = (query = '') => closing.fetch(new Request(`http://localhost:9339/_local/inbox${query}`))
    // Once it has been loaded, a request waits from the moment it is made.
    await read()
    const waiting = read('?wait=60')
    closing.close()
    expect(await (await waiting).json()).toEqual({ items: [] })
  })

  test.each([
    ['?wait=61', "wait is '61'; it must be a whole number from 0 to 60."],
    ['?wait=soon', "wait is 'soon'; it must be a whole number from 0 to 60."],
    ['?after=-1', `after is '-1'; it must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}.`],
  ])('not with %s', async (query, message) => {
    const response = await ask(query)
    expect([response.status, await response.text()]).toEqual([400, message])
  })
})

test('is emptied for one address or for all, and the codes stay valid', async () => {
  await signUp('hanako@example.com')
  await signUp('ken@example.com')
  const code = await pool.sent('hanako@example.com')
  expect((await ask('?to=HANAKO@example.com', { method: 'DELETE' })).status).toBe(204)
  expect(await items('')).toMatchObject([{ destination: 'ken@example.com' }])
  await ask('', { method: 'DELETE' })
  expect(await items('')).toEqual([])
  await pool.call('ConfirmSignUp', {
    ClientId: pool.clientId,
    Username: 'hanako@example.com',
    ConfirmationCode: code,
  })
})
