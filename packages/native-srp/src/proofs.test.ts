import { runInThisContext } from 'node:vm'
import { beforeAll, expect, test } from 'vitest'
import recorded from '../../local-user-pool/src/core/srp.vectors.json' with { type: 'json' }
import digests from './proofs.json' with { type: 'json' }
import { bundleProof, digestOf, type ProofOf, signIns } from './test-proofs.ts'

// e2e/native-srp.test.ts does the same in Chromium.

let amplify: ProofOf
let native: ProofOf

async function load(kind: Parameters<typeof bundleProof>[0]): Promise<ProofOf> {
  runInThisContext(await bundleProof(kind))
  return (globalThis as unknown as { proofOf: ProofOf }).proofOf
}

beforeAll(async () => {
  amplify = await load('amplify')
  native = await load('native')
})

test('the proofs of a thousand sign-ins are bit for bit those of Amplify’s own arithmetic', async () => {
  expect(new Set(signIns.map(({ password }) => password)).size).toBe(1000)
  const different: number[] = []
  for (const [index, signIn] of signIns.entries()) {
    if (digestOf(await native(signIn)) !== digests[index]) different.push(index)
  }
  expect(different).toEqual([])
})

test('what is recorded of them is what Amplify’s own arithmetic says', async () => {
  expect(digests).toHaveLength(signIns.length)
  for (const index of [0, 1, 500, 999]) {
    expect(digestOf(await amplify(signIns[index] as never))).toBe(digests[index])
  }
})

test.each(recorded)('$user ($edges): A and key are bit for bit the recorded ones', async (vector) => {
  const { poolId, user: username, password, a, B, salt } = vector
  const signIn = { poolName: poolId.split('_')[1] ?? '', username, password, a, B, salt }
  expect(await native(signIn)).toBe(`${vector.A} ${vector.key}`)
})
