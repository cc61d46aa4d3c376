import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { bytesOf, g, N, powerOf, powerOfG } from './modular-power.ts'

/**
 * The server's side of SRP-6a as Cognito speaks it: RFC 5054's 3072-bit group with g = 2, SHA-256, and numbers
 * hashed as minimal two's-complement bytes (not padded to the length of N, as the RFC would).
 *
 * Letters are the RFC's: `N g k` the group, `I` who (USER_ID_FOR_SRP), `s` the salt, `x` the private key made of
 * salt and password, `v = g^x` the verifier (all that is stored), `a A` the client's ephemeral pair, `b B` the
 * server's, `u` the scrambling number, `S` the shared secret, `K` the key derived from it.
 */

/** What is stored instead of a password. Both are hexadecimal. */
export interface Verifier {
  readonly salt: string
  readonly verifier: string
}

/** Whose password it is: the pool's name is the part of its id after the underscore. */
export interface Identity {
  readonly poolId: string
  readonly username: string
}

/** Random bytes; `crypto.randomBytes` outside of tests. */
export type Random = (size: number) => Buffer

const k = hashed(bytesOf(N), bytesOf(g))

/** Makes salt and verifier of a password. */
export function newVerifier(identity: Identity, password: string, random: Random): Verifier {
  const salt = random(16).toString('hex')
  return { salt, verifier: verifierOf(identity, password, salt) }
}

/** Whether the password is the one the verifier was made of; compared in constant time. */
export function matchesPassword(identity: Identity, password: string, { salt, verifier }: Verifier): boolean {
  return equal(bytesOf(fromHex(verifierOf(identity, password, salt))), bytesOf(fromHex(verifier)))
}

/** `v = g^x`, hexadecimal. */
export function verifierOf({ poolId, username }: Identity, password: string, salt: string): string {
  const inner = createHash('sha256')
    .update(`${poolName(poolId)}${username}:${password}`)
    .digest()
  const x = hashed(bytesOf(fromHex(salt)), inner)
  return powerOfG(x).toString(16)
}

/** Whether the client's public value may be used: `A mod N` must not be 0 (RFC 5054 §2.5.4). */
export function isAcceptable(A: string): boolean {
  return /^[0-9a-f]+$/i.test(A) && A.length <= 2 * bytesOf(N).length && fromHex(A) % N !== 0n
}

/** Whether the text can be a verifier: a number from 2 to N - 2. A client makes the one of its device by itself. */
export function isVerifier(hex: string): boolean {
  if (!/^[0-9a-f]+$/i.test(hex) || hex.length > 2 * bytesOf(N).length) return false
  const v = fromHex(hex)
  return v > 1n && v < N - 1n
}

/** The server's ephemeral pair for one sign-in, hexadecimal: `B = k·v + g^b`. */
export function newEphemeral(verifier: string, random: Random): { readonly b: string; readonly B: string } {
  const b = BigInt(`0x${random(32).toString('hex')}`) + 1n
  const B = (k * fromHex(verifier) + powerOfG(b)) % N
  return { b: b.toString(16), B: B.toString(16) }
}

/** Everything the server knows of one sign-in when the proof arrives. Numbers are hexadecimal. */
export interface Exchange extends Identity {
  readonly verifier: string
  readonly A: string
  readonly b: string
  readonly B: string
  readonly secretBlock: Uint8Array
  readonly timestamp: string
}

/** Whether the client's signature proves that it knows the password; compared in constant time. */
export function provesPassword(exchange: Exchange, signature: Uint8Array): boolean {
  const key = sessionKey(exchange)
  return key !== undefined && equal(signatureOf(exchange, key), signature)
}

/** What a client that holds the key signs: pool, user, secret block and time. */
export function signatureOf(exchange: Omit<Exchange, 'verifier' | 'A' | 'b' | 'B'>, key: Buffer): Buffer {
  return createHmac('sha256', key)
    .update(poolName(exchange.poolId))
    .update(exchange.username)
    .update(exchange.secretBlock)
    .update(exchange.timestamp)
    .digest()
}

/** The 16-byte key of the sign-in, or undefined where a degenerate `A` or `u` would give it away. */
export function sessionKey(exchange: Pick<Exchange, 'verifier' | 'A' | 'b' | 'B'>): Buffer | undefined {
  const A = fromHex(exchange.A)
  const u = hashed(bytesOf(A), bytesOf(fromHex(exchange.B)))
  if (u === 0n) return undefined
  // 0 where A is 0 modulo N.
  const base = (A * powerOf(fromHex(exchange.verifier), u)) % N
  if (base <= 1n || base === N - 1n) return undefined
  const S = powerOf(base, fromHex(exchange.b))
  const pseudoRandomKey = createHmac('sha256', bytesOf(u)).update(bytesOf(S)).digest()
  return createHmac('sha256', pseudoRandomKey)
    .update('Caldera Derived Key')
    .update(Buffer.from([1]))
    .digest()
    .subarray(0, 16)
}

function poolName(poolId: string): string {
  return poolId.slice(poolId.indexOf('_') + 1)
}

/** SHA-256 of the parts, one after another, as a number. */
export function hashed(...parts: Buffer[]): bigint {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return BigInt(`0x${hash.digest('hex')}`)
}

function fromHex(hex: string): bigint {
  return BigInt(`0x${hex}`)
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
