import { Secret, TOTP } from 'otpauth'
import type { Random } from './srp.ts'

const period = 30

/** 160 random bits in base32, 32 characters; RFC 4226 §4 recommends this length. */
export const newTotpSecret = (random: Random) =>
  new Secret({ buffer: new Uint8Array(random(20)).buffer }).base32

/**
 * The 30-second step that a code of an authenticator app belongs to: the current one or a neighbour of it.
 * Undefined for any other code (RFC 6238: SHA-1, six digits).
 *
 * @param now milliseconds since 1970
 */
// assumed: a code of the 30-second step before or after is accepted, for clocks that differ a little.
export function totpStep(secret: string, code: string, now: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const delta = new TOTP({ secret, period }).validate({ token: code, timestamp: now, window: 1 })
  return delta === null ? undefined : Math.floor(now / 1000 / period) + delta
}

/**
 * The address that an authenticator app reads from a QR code.
 * https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 *
 * @param issuer the name that the app shows @param account whose codes they are
 */
export const setupUri = (secret: string, issuer: string, account: string) =>
  new TOTP({ secret, period, issuer, label: account }).toString()
