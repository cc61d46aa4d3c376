import { exportJWK, generateKeyPair, type JWK } from 'jose'
import type { NewSigningKey } from './domain/signing-keys.ts'

const keys: Promise<JWK>[] = []

/** RSA keys take their time to make, so two of them serve all pools of the tests. */
export function sharedKeys(): NewSigningKey {
  let next = 0
  return (random) => {
    const index = next % 2
    next += 1
    keys[index] ??= generateKeyPair('RS256', { extractable: true })
      .then(({ privateKey }) => exportJWK(privateKey))
      .then((jwk) => ({ ...jwk, kid: random(32).toString('base64') }))
    return keys[index]
  }
}
