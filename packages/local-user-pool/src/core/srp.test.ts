import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { N, powerOf, powerOfG } from './modular-power.ts'
import {
  isAcceptable,
  isVerifier,
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
    ['hexadecimal but for its end', 'abz'],
    ['hexadecimal but for its beginning', 'zab'],
    ['empty', ''],
    ['longer than N with a zero byte in front', 'f'.repeat(771)],
    ['far too long', 'f'.repeat(5000)],
  ])('%s is refused', (_, A) => {
    expect(isAcceptable(A)).toBe(false)
  })

  test.each([
    ['1', '1'],
    ['N + 1', (N + 1n).toString(16)],
    ['as long as N with a zero byte in front', 'f'.repeat(770)],
    ['of capital letters', 'ABCDEF'],
    ...vectors.map(({ user, A }): [string, string] => [`of ${user}`, A]),
  ])('%s is taken', (_, A) => {
    expect(isAcceptable(A)).toBe(true)
  })

  test.each([
    ['0', '0', undefined],
    ['N', N.toString(16), undefined],
    ['1 with the verifier 1', '1', '1'],
    ['N - 1 with the verifier 1', (N - 1n).toString(16), '1'],
  ])('%s pins the secret to 0 or 1: it gives no key, and no proof is taken', (_, A, pinned) => {
    const identity = { poolId: 'us-east-1_Abc', username: 'u' }
    const { verifier } = pinned ? { verifier: pinned } : newVerifier(identity, 'secret', randomBytes)
    const exchange = { ...identity, verifier, A, ...newEphemeral(verifier, randomBytes) }
    expect(sessionKey(exchange)).toBeUndefined()
    const signed = { ...exchange, secretBlock: randomBytes(64), timestamp: '' }
    expect(provesPassword(signed, Buffer.alloc(32))).toBe(false)
  })
})

describe('the server’s ephemeral pair', () => {
  // Of RFC 5054's 3072-bit group, g = 2, hashed as Cognito's clients hash it.
  const k = 0x538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6n
  const verifier = vectors[0]?.verifier ?? ''

  test.each([
    ['nothing but zeros is 1', Buffer.alloc(32), 1n],
    ['nothing but ones is 2^256', Buffer.alloc(32, 0xff), 2n ** 256n],
  ])('has a b that of %s', (_, bytes, expected) => {
    const { b, B } = newEphemeral(verifier, () => bytes)
    expect(BigInt(`0x${b}`)).toBe(expected)
    expect(BigInt(`0x${B}`)).toBe((k * BigInt(`0x${verifier}`) + powerOfG(expected)) % N)
  })
})

describe('what a device says is its verifier', () => {
  test.each([
    ['2', '2'],
    ['N - 2', (N - 2n).toString(16)],
    ['with zeros in front', '2'.padStart(770, '0')],
    ['in capital letters', 'ABCDEF'],
    ...vectors.map(({ user, verifier }): [string, string] => [`of ${user}`, verifier]),
  ])('%s is taken', (_, hex) => {
    expect(isVerifier(hex)).toBe(true)
  })

  test.each([
    ['0', '0'],
    ['1', '1'],
    ['N - 1', (N - 1n).toString(16)],
    ['N', N.toString(16)],
    ['empty', ''],
    ['hexadecimal but for its end', 'abz'],
    ['hexadecimal but for its beginning', 'zab'],
    ['too long', '2'.padStart(771, '0')],
  ])('%s is refused', (_, hex) => {
    expect(isVerifier(hex)).toBe(false)
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
