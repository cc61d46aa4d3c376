import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { N, powerOf, powerOfG } from './modular-power.ts'
import {
  isAcceptable,
  matchesPassword,
  newEphemeral,
  newVerifier,
  provesPassword,
  sessionKey,
  verifierOf,
} from './srp.ts'
import vectors from './srp.vectors.json' with { type: 'json' }

const exchangeOf = (vector: (typeof vectors)[number]) => ({
  poolId: vector.poolId,
  username: vector.user,
  verifier: vector.verifier,
  A: vector.A,
  b: vector.b,
  B: vector.B,
  secretBlock: Buffer.from(vector.secretBlock, 'base64'),
  timestamp: vector.timestamp,
})

describe('the 37 recorded exchanges, with every edge of padding', () => {
  test.each(vectors)(
    '$user ($edges): verifier, key and signature are bit for bit the recorded ones',
    (vector) => {
      const identity = { poolId: vector.poolId, username: vector.user }
      expect(verifierOf(identity, vector.password, vector.salt)).toBe(vector.verifier)
      expect(sessionKey(exchangeOf(vector))?.toString('hex')).toBe(vector.key)
      expect(provesPassword(exchangeOf(vector), Buffer.from(vector.signature, 'base64'))).toBe(true)
    },
  )

  test.each(vectors)('$user: one flipped bit of the proof is refused', (vector) => {
    const signature = Buffer.from(vector.signature, 'base64')
    signature[7] = (signature[7] ?? 0) ^ 1
    expect(provesPassword(exchangeOf(vector), signature)).toBe(false)
  })
})

describe('a proof', () => {
  const [vector] = vectors
  if (!vector) throw new Error('No vectors.')
  const signature = Buffer.from(vector.signature, 'base64')

  test.each([
    ['another pool', { poolId: 'us-east-1_Another00' }],
    ['another user', { username: 'someone@example.com' }],
    ['another time', { timestamp: 'Sat Nov 21 03:00:06 UTC 2026' }],
    ['another secret block', { secretBlock: randomBytes(64) }],
    ['another server value', newEphemeral(vector.verifier, randomBytes)],
  ])('made for %s is refused', (_, change) => {
    expect(provesPassword({ ...exchangeOf(vector), ...change }, signature)).toBe(false)
  })

  test('cut short or padded is refused', () => {
    expect(provesPassword(exchangeOf(vector), signature.subarray(0, 31))).toBe(false)
    expect(provesPassword(exchangeOf(vector), Buffer.concat([signature, Buffer.from([0])]))).toBe(false)
    expect(provesPassword(exchangeOf(vector), Buffer.alloc(0))).toBe(false)
  })
})

describe('the client’s public value A', () => {
  test.each([
    ['0', '0'],
    ['N', N.toString(16)],
    ['2N', (2n * N).toString(16)],
    ['not hexadecimal', 'zz'],
    ['empty', ''],
    ['far too long', 'f'.repeat(5000)],
  ])('%s is refused', (_, A) => {
    expect(isAcceptable(A)).toBe(false)
  })

  test('values that pin the secret to 0 or 1 give no key', () => {
    const { verifier } = newVerifier({ poolId: 'us-east-1_Abc', username: 'u' }, 'secret', randomBytes)
    const { b, B } = newEphemeral(verifier, randomBytes)
    expect(sessionKey({ verifier, A: '0', b, B })).toBeUndefined()
    expect(sessionKey({ verifier, A: N.toString(16), b, B })).toBeUndefined()
  })
})

describe('a stored verifier', () => {
  const identity = { poolId: 'us-east-1_Abc', username: '花子' }

  test('knows its password, exactly as typed', () => {
    const verifier = newVerifier(identity, 'パスワード🔑 Ａ', randomBytes)
    expect(matchesPassword(identity, 'パスワード🔑 Ａ', verifier)).toBe(true)
    expect(matchesPassword(identity, 'パスワード🔑 A', verifier)).toBe(false)
    expect(matchesPassword(identity, 'パスワード🔑 Ａ ', verifier)).toBe(false)
  })

  test('is different for the same password each time', () => {
    expect(newVerifier(identity, 'same', randomBytes)).not.toEqual(newVerifier(identity, 'same', randomBytes))
  })
})

test('OpenSSL’s powers agree with plain arithmetic', () => {
  const plain = (base: bigint, exponent: bigint) => {
    let [result, factor, rest] = [1n, base % N, exponent]
    for (; rest > 0n; rest >>= 1n) {
      if (rest & 1n) result = (result * factor) % N
      factor = (factor * factor) % N
    }
    return result
  }
  // Lengths that DER writes in one byte, in two and in three; exponents from 256 bits down to 16.
  for (let round = 0; round < 16; round += 1) {
    const base = BigInt(`0x${randomBytes([384, 200, 40][round % 3] ?? 40).toString('hex')}`) % N
    const exponent = (BigInt(`0x${randomBytes(32).toString('hex')}`) >> BigInt(16 * round)) | 1n
    expect(powerOf(base, exponent)).toBe(plain(base, exponent))
    expect(powerOfG(exponent)).toBe(plain(2n, exponent))
  }
  for (const base of [2n, 3n, 0xffn, N - 2n]) {
    for (const exponent of [1n, 2n, 0x7fn, 0x80n]) expect(powerOf(base, exponent)).toBe(plain(base, exponent))
  }
})
