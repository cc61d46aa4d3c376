import { expect, test } from 'vitest'
import { createLocalUserPool } from '../pool.ts'
import { resolverOf } from './msw.ts'

test('answers by the pool; a cut connection is a network error', async () => {
  const pool = createLocalUserPool()
  const resolve = resolverOf(pool)
  const listed = await resolve({ request: new Request(`${pool.endpoint}/_local/faults`) })
  expect(await listed.json()).toEqual([])

  const faults = { method: 'PUT', body: JSON.stringify([{ kind: 'cut' }]) }
  await resolve({ request: new Request(`${pool.endpoint}/_local/faults`, faults) })
  const cut = await resolve({ request: new Request(pool.endpoint, { method: 'POST', body: '{}' }) })
  expect(cut.type).toBe('error')
  pool.close()
})
