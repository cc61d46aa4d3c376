import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  getDiffieHellman,
  type KeyObject,
} from 'node:crypto'
import { bits, integer, octets, oid, sequence } from './der.ts'

/** The prime of RFC 5054's 3072-bit group, which is that of RFC 3526's group 15. */
export const N = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`)

/** The generator that Cognito uses with it. */
export const g = 2n

/**
 * `base ^ exponent mod N` by OpenSSL: faster than BigInt, and in constant time.
 *
 * Node has no modular power of its own, but a Diffie-Hellman agreement is one: with the private key `exponent`
 * and the public key `base`. Keys made from DER skip the primality test of `createDiffieHellman` (over a second).
 *
 * @param base 2 to N - 2; OpenSSL refuses the degenerate others, and so does this function
 * @param exponent at least 1
 */
export function powerOf(base: bigint, exponent: bigint): bigint {
  return fromBytes(
    diffieHellman({ privateKey: privateKey(exponent, anyBase), publicKey: publicKey(base, anyBase) }),
  )
}

/** `g ^ exponent mod N`: the public key that belongs to a private one. */
export function powerOfG(exponent: bigint): bigint {
  const spki = createPublicKey(privateKey(exponent, ofG)).export({ format: 'der', type: 'spki' })
  return fromBytes(spki.subarray(spki.indexOf(ofG) + ofG.length + bitStringHeader(spki)))
}

/** Minimal big-endian two's complement: a 00 in front where the top bit is set, as Java's BigInteger writes it. */
export function bytesOf(value: bigint): Buffer {
  const hex = value.toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex')
}

function fromBytes(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`)
}

const dhKeyAgreement = oid('1.2.840.113549.1.3.1')

const number = (value: bigint) => integer(...bytesOf(value))

const algorithmWith = (generator: bigint) => sequence(dhKeyAgreement, sequence(number(N), number(generator)))

const ofG = algorithmWith(g)

/**
 * The generator has no part in an agreement, but with 2 the OpenSSL of Node 22 recognises the group of RFC 3526 and
 * refuses the half of all bases that are no power of 2.
 */
const anyBase = algorithmWith(5n)

function privateKey(exponent: bigint, algorithm: Buffer): KeyObject {
  const key = sequence(number(0n), algorithm, octets(number(exponent)))
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}

function publicKey(value: bigint, algorithm: Buffer): KeyObject {
  const key = sequence(algorithm, bits(number(value)))
  return createPublicKey({ key, format: 'der', type: 'spki' })
}

/** Bytes before the number in the BIT STRING that ends a public key: two headers and the count of unused bits. */
function bitStringHeader(spki: Buffer): number {
  const start = spki.indexOf(ofG) + ofG.length
  const outer = headerLength(spki, start) + 1
  return outer + headerLength(spki, start + outer)
}

function headerLength(bytes: Buffer, at: number): number {
  const length = bytes[at + 1] ?? 0
  return length < 0x80 ? 2 : 2 + (length & 0x7f)
}
