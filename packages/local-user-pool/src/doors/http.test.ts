import { expect, test } from 'vitest'
import { model } from '../protocol/model.ts'
import { exampleSeed } from '../seed.ts'
import { type RunningLocalUserPool, startLocalUserPool } from './http.ts'

const started = () => startLocalUserPool({ port: 0, seed: exampleSeed })

const set = ({ url }: RunningLocalUserPool, faults: readonly object[]) =>
  fetch(`${url}/_local/faults`, { method: 'PUT', body: JSON.stringify(faults) })

const signUp = ({ url }: RunningLocalUserPool) =>
  fetch(url, {
    method: 'POST',
    headers: { 'x-amz-target': `${model.service}.SignUp` },
    body: JSON.stringify({
      ClientId: exampleSeed.clientId,
      Username: 'new@example.com',
      Password: 'Genkan-2026',
      UserAttributes: [{ Name: 'name', Value: '山田 花子' }],
    }),
  })

test('a cut closes the connection without an answer, and the port goes on', async () => {
  const pool = await started()
  await set(pool, [
    { kind: 'cut', times: 1 },
    { kind: 'cut', when: 'after', times: 1 },
  ])
  const closed = { message: 'fetch failed', cause: { code: 'UND_ERR_SOCKET' } }
  await expect(signUp(pool)).rejects.toMatchObject(closed)
  await expect(signUp(pool)).rejects.toMatchObject(closed)
  expect(await (await signUp(pool)).json()).toMatchObject({ __type: 'UsernameExistsException' })
  await pool.close()
})

test('a delay holds up neither another request nor the end of the pool', async () => {
  const pool = await started()
  await set(pool, [{ operation: 'SignUp', kind: 'delay', milliseconds: 60_000 }])
  const held = signUp(pool)
  const refused = expect(held).rejects.toThrow('fetch failed')
  const faults = async () => (await fetch(`${pool.url}/_local/faults`)).json()
  await expect.poll(faults).toMatchObject([{ struck: 1 }])
  await pool.close()
  await refused
})
