import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  getDiffieHellman,
  type KeyObject,
} from 'node:crypto'

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

// DER, as far as the two key formats need it (X.690; PKCS #3 for the parameters).

const SEQUENCE = 0x30
const INTEGER = 0x02
const BIT_STRING = 0x03
const OCTET_STRING = 0x04
const dhKeyAgreement = Buffer.from('06092a864886f70d010301', 'hex')

function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents)
  const { length } = content
  const header =
    length < 0x80
      ? [tag, length]
      : length < 0x100
        ? [tag, 0x81, length]
        : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(header), content])
}

const integer = (value: bigint) => der(INTEGER, bytesOf(value))

const algorithmWith = (generator: bigint) =>
  der(SEQUENCE, dhKeyAgreement, der(SEQUENCE, integer(N), integer(generator)))

const ofG = algorithmWith(g)

/**
 * The generator has no part in an agreement, but with 2 the OpenSSL of Node 22 recognises the group of RFC 3526 and
 * refuses the half of all bases that are no power of 2.
 */
const anyBase = algorithmWith(5n)

function privateKey(exponent: bigint, algorithm: Buffer): KeyObject {
  const key = der(SEQUENCE, integer(0n), algorithm, der(OCTET_STRING, integer(exponent)))
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}

function publicKey(value: bigint, algorithm: Buffer): KeyObject {
  const key = der(SEQUENCE, algorithm, der(BIT_STRING, Buffer.from([0]), integer(value)))
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
