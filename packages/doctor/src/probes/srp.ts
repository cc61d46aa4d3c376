import { createHash, createHmac, getDiffieHellman, randomBytes } from 'node:crypto'

/**
 * The client's side of SRP-6a as Cognito speaks it: RFC 5054's 3072-bit group (RFC 3526's group 15) with g = 2,
 * SHA-256, numbers hashed as minimal two's-complement bytes. Letters are the RFC's.
 */
const N = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`)
const g = 2n

const bytesOf = (number: bigint): Buffer => {
  const hex = number.toString(16)
  const even = hex.length % 2 ? `0${hex}` : hex
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex')
}

const fromHex = (hex: string) => BigInt(`0x${hex}`)

const hashed = (...parts: Buffer[]) =>
  fromHex(createHash('sha256').update(Buffer.concat(parts)).digest('hex'))

const k = hashed(bytesOf(N), bytesOf(g))

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  let square = ((base % N) + N) % N
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % N
    square = (square * square) % N
  }
  return result
}

/** The client's secret and public value of one sign-in. */
export interface KeyPair {
  readonly a: bigint
  readonly A: bigint
}

export function newKeyPair(): KeyPair {
  const a = fromHex(randomBytes(32).toString('hex')) + 1n
  return { a, A: power(g, a) }
}

/** The answer to the challenge PASSWORD_VERIFIER. */
export function passwordProof(
  { a, A }: KeyPair,
  userPoolId: string,
  password: string,
  challenge: Readonly<Record<string, string | undefined>>,
  now: number,
): Record<string, string> {
  const { USER_ID_FOR_SRP: userId = '', SALT = '0', SRP_B = '1', SECRET_BLOCK = '' } = challenge
  const pool = userPoolId.slice(userPoolId.indexOf('_') + 1)
  const B = fromHex(SRP_B)
  const u = hashed(bytesOf(A), bytesOf(B))
  const inner = createHash('sha256').update(`${pool}${userId}:${password}`).digest()
  const x = hashed(bytesOf(fromHex(SALT)), inner)
  const S = power(B - k * power(g, x), a + u * x)
  const extracted = createHmac('sha256', bytesOf(u)).update(bytesOf(S)).digest()
  const key = createHmac('sha256', extracted).update('Caldera Derived Key\x01').digest().subarray(0, 16)
  const TIMESTAMP = timestamp(now)
  const signature = createHmac('sha256', key)
    .update(pool + userId)
    .update(Buffer.from(SECRET_BLOCK, 'base64'))
    .update(TIMESTAMP)
    .digest('base64')
  return {
    USERNAME: challenge.USERNAME ?? userId,
    PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
    PASSWORD_CLAIM_SIGNATURE: signature,
    TIMESTAMP,
  }
}

/** As in `Sat Nov 21 04:30:05 UTC 2026`: the day is not padded. */
function timestamp(now: number): string {
  const [, weekday, day, month, year, time] =
    /^(\w+), (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(now).toUTCString()) ?? []
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`
}
