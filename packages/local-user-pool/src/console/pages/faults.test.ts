import { beforeEach, expect, test } from 'vitest'
import { type TestConsole, testConsole } from '../../test-console.ts'
import { type TestPool, testPool } from '../../test-pool.ts'

let pool: TestPool
let local: TestConsole
beforeEach(async () => {
  pool = await testPool()
  local = testConsole(pool)
})

const set = async () =>
  (await pool.fetch(new Request('http://localhost:9339/_local/faults'))).json() as Promise<object[]>

/** As a browser sends it: with the fields of the other kinds too. */
const fields = { kind: 'cut', operation: '', when: 'before', times: '', milliseconds: '2000', status: '400' }

test('adds faults behind those that are set, which go on counting', async () => {
  await local.send('faults', { ...fields, kind: 'status', status: '500', operation: 'GetUser', times: '2' })
  await pool.attempt('GetUser', { AccessToken: 'a.b.c' })
  await local.send('faults', { ...fields, kind: 'delay', when: 'after' })
  await local.send('faults', fields)
  expect(await set()).toEqual([
    { kind: 'status', when: 'before', operation: 'GetUser', times: 2, status: 500, struck: 1 },
    { kind: 'delay', when: 'after', milliseconds: 2000, struck: 0 },
    { kind: 'cut', when: 'before', struck: 0 },
  ])
  const page = await local.page('faults')
  expect(page).toContain('GetUser · before the operation · has struck 1 of 2 times')
  expect(page).toContain('Delay 2000 ms')
})

test('removes one, or all', async () => {
  for (const when of ['before', 'after', 'before']) await local.send('faults', { ...fields, when })
  await local.send('faults', { remove: '1' })
  expect(await set()).toMatchObject([{ when: 'before' }, { when: 'before' }])
  await local.send('faults', { remove: 'all' })
  expect(await set()).toEqual([])
})

test('says what is wrong with one', async () => {
  const response = await local.send('faults', { ...fields, operation: 'Refresh' })
  expect(response.status).toBe(400)
  expect(await response.text()).toContain(
    '<p role="alert" class="alert">operation is &quot;Refresh&quot;; it must be an operation of the API',
  )
  expect(await set()).toEqual([])
})
