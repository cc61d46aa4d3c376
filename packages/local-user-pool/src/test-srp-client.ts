import { createHash, createHmac, randomBytes } from 'node:crypto'
import { bytesOf, g, N, powerOf, powerOfG } from './core/modular-power.ts'
import { hashed, signatureOf } from './core/srp.ts'
import { srpTimestamp } from './core/timestamps.ts'

/** What PASSWORD_VERIFIER sends. */
export interface Question {
  readonly SALT?: string | undefined
  readonly SRP_B?: string | undefined
  readonly SECRET_BLOCK?: string | undefined
  readonly USER_ID_FOR_SRP?: string | undefined
}

export const newPrivateNumber = () => BigInt(`0x${randomBytes(32).toString('hex')}`)

const k = hashed(bytesOf(N), bytesOf(g))

/**
 * The client's side of SRP on the fast powers of the pool's own, for tests that are about something else, and for load.
 * Whoever signs in again with the same client reckons `A` and `g^x` once. That the pool understands clients which are
 * not ours is shown with those: in password-verifier.test.ts, device-password-verifier.test.ts and the contract.
 *
 * @param poolId or the key of a group of devices
 */
export function srpClient(poolId: string, password: string, a = newPrivateNumber()) {
  const A = powerOfG(a)
  let known:
    | { readonly inner: Buffer; readonly salt: string; readonly x: bigint; readonly v: bigint }
    | undefined
  return {
    A: A.toString(16),
    answer({ SALT = '', SRP_B = '', SECRET_BLOCK = '', USER_ID_FOR_SRP: username = '' }: Question) {
      const B = BigInt(`0x${SRP_B}`)
      const inner = createHash('sha256')
        .update(`${poolId.slice(poolId.indexOf('_') + 1)}${username}:${password}`)
        .digest()
      if (known?.salt !== SALT || !known.inner.equals(inner)) {
        const x = hashed(bytesOf(BigInt(`0x${SALT}`)), inner)
        known = { inner, salt: SALT, x, v: powerOfG(x) }
      }
      const { x, v } = known
      const u = hashed(bytesOf(A), bytesOf(B))
      const base = (((B - k * v) % N) + N) % N
      const pseudoRandomKey = createHmac('sha256', bytesOf(u))
        .update(bytesOf(powerOf(base, a + u * x)))
        .digest()
      const key = createHmac('sha256', pseudoRandomKey)
        .update('Caldera Derived Key\u0001')
        .digest()
        .subarray(0, 16)
      const timestamp = srpTimestamp(new Date())
      const secretBlock = Buffer.from(SECRET_BLOCK, 'base64')
      return {
        TIMESTAMP: timestamp,
        PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
        PASSWORD_CLAIM_SIGNATURE: signatureOf({ poolId, username, secretBlock, timestamp }, key).toString(
          'base64',
        ),
      }
    },
  }
}
