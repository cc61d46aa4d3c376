import { createPrivateKey, createPublicKey, getDiffieHellman } from 'node:crypto'
import { der, octets, oid, sequence } from './der.ts'

/** The prime of RFC 5054's 3072-bit group, which is that of RFC 3526's group 15. */
export const N = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`)

/** The generator that Cognito uses with it. */
export const g = 2n

/**
 * `base ^ exponent mod N` by OpenSSL: faster than BigInt, and in constant time.
 *
 * Node has no modular power of its own, but a Diffie-Hellman key pair is one: with `base` as the generator and
 * `exponent` as the private key, the public key is the power. OpenSSL reckons it when it reads a private key. Keys made
 * from DER skip the primality test of `createDiffieHellman` (over a second).
 *
 * @param base 2 to N - 2
 * @param exponent at least 1
 */
export function powerOf(base: bigint, exponent: bigint): bigint {
  const algorithm = sequence(dhKeyAgreement, sequence(prime, integer(base)))
  const key = sequence(integer(0n), algorithm, octets(integer(exponent)))
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  // SEQUENCE { algorithm, BIT STRING { INTEGER } }; before the INTEGER stands how many bits are unused: none.
  const number = headerLength(spki, 0) + algorithm.length
  return fromBytes(spki.subarray(number + headerLength(spki, number) + 1))
}

/** `g ^ exponent mod N` */
export const powerOfG = (exponent: bigint) => powerOf(g, exponent)

/** Minimal big-endian two's complement: a 00 in front where the top bit is set, as Java's BigInteger writes it. */
export function bytesOf(value: bigint): Buffer {
  const hex = value.toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex')
}

// PKCS #3, as far as the two key formats need it.

const integer = (value: bigint) => der(0x02, bytesOf(value))

const prime = integer(N)
const dhKeyAgreement = oid('1.2.840.113549.1.3.1')

/** The number that is written there as an INTEGER: behind its tag and length. */
function fromBytes(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex', headerLength(bytes, 0))}`)
}

/** How many bytes tag and length take. */
function headerLength(bytes: Buffer, at: number): number {
  const length = bytes[at + 1] ?? 0
  return length < 0x80 ? 2 : 2 + (length & 0x7f)
}
