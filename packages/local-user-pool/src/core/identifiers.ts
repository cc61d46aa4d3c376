import type { Random } from './srp.ts'

const digits = '0123456789'
const lowerCase = `${digits}abcdefghijklmnopqrstuvwxyz`
const alphanumeric = `${lowerCase}ABCDEFGHIJKLMNOPQRSTUVWXYZ`

/** `length` characters of the alphabet, each as likely as another. */
function characters(alphabet: string, length: number, random: Random): string {
  const limit = 256 - (256 % alphabet.length)
  let result = ''
  while (result.length < length) {
    for (const byte of random(length)) {
      if (byte < limit && result.length < length) result += alphabet.charAt(byte % alphabet.length)
    }
  }
  return result
}

/** `<region>_<9 alphanumerics>` */
export const newPoolId = (region: string, random: Random) =>
  `${region}_${characters(alphanumeric, 9, random)}`

/** 26 lower-case alphanumerics. */
export const newClientId = (random: Random) => characters(lowerCase, 26, random)

/** 51 lower-case alphanumerics. */
export const newClientSecret = (random: Random) => characters(lowerCase, 51, random)

/** A code of digits, as e-mails and text messages carry it. */
export const newCode = (random: Random, length = 6) => characters(digits, length, random)

/** A temporary password that keeps any policy a pool can have up to 16 characters. */
export const newTemporaryPassword = (length: number, random: Random) =>
  `${characters(alphanumeric, Math.max(length, 12) - 4, random)}Aa1!`

/** An opaque token (a session, a refresh token) that nobody guesses. */
export function newToken(bytes: number, random: Random): string {
  const own = Buffer.from(random(bytes))
  // observed: AWS's begin with `AYABe` or `eyJ`, in public code. What begins with `-` is an option to a command line.
  own[0] = (own[0] ?? 0) & 0x7f
  return own.toString('base64url')
}

/** A version 4 UUID. */
export function newUuid(random: Random): string {
  return uuidOf(random(16))
}

/** The version 4 UUID made of 16 bytes. */
export function uuidOf(bytes: Buffer): string {
  const own = Buffer.from(bytes.subarray(0, 16))
  own[6] = ((own[6] ?? 0) & 0x0f) | 0x40
  own[8] = ((own[8] ?? 0) & 0x3f) | 0x80
  return own.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')
}

/** `import-` and 10 alphanumerics. */
export const newImportJobId = (random: Random) => `import-${characters(alphanumeric, 10, random)}`
