import { type KeyObject, sign } from 'node:crypto'

/** A token before it is signed. */
export interface UnsignedToken {
  /** Header and claims, each in base64url, with a dot between (RFC 7515, section 5.1). */
  readonly input: string
  readonly privateKey: KeyObject
}

/** @param privateKey of RSA; `kid` is what it is known by */
export function unsignedToken(claims: object, kid: string, privateKey: KeyObject): UnsignedToken {
  const parts = [{ kid, alg: 'RS256' }, claims]
  const input = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return { input, privateKey }
}

/** The token in its compact form, signed by RS256 (RFC 7518, section 3.3). */
export function signedToken({ input, privateKey }: UnsignedToken): string {
  return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`
}
