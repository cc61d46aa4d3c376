import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import { bundleProof, digestOf, type ProofOf, signIns } from '../src/test-proofs.ts'

// Writes what Amplify's own arithmetic makes of the thousand sign-ins, which takes minutes: the tests compare with it.

runInThisContext(await bundleProof('amplify'))
const { proofOf } = globalThis as unknown as { proofOf: ProofOf }
const digests: string[] = []
for (const signIn of signIns) digests.push(digestOf(await proofOf(signIn)))
writeFileSync(join(import.meta.dirname, '../src/proofs.json'), `${JSON.stringify(digests, null, 2)}\n`)
