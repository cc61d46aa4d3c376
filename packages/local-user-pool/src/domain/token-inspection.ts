import { compactVerify, decodeJwt, decodeProtectedHeader, errors, type JWTPayload } from 'jose'
import type { SigningKeys } from './signing-keys.ts'

/** What stands in a token, and what is to be thought of it. */
export interface Inspection {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: JWTPayload
  /** `signed`: by a key of this pool. `forged`: it names such a key, which has not signed it. */
  readonly signature: 'signed' | 'forged' | 'unknown-key'
}

/** Reads a token that somebody asks about; undefined where the text is none. Nothing may be decided by it. */
export async function inspectToken(keys: SigningKeys, text: string): Promise<Inspection | undefined> {
  try {
    const header = decodeProtectedHeader(text)
    const claims = decodeJwt(text)
    return { header: { ...header }, claims, signature: await signatureOf(keys, header.kid, text) }
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined
    throw error
  }
}

async function signatureOf(
  keys: SigningKeys,
  kid: string | undefined,
  text: string,
): Promise<Inspection['signature']> {
  const key = await keys.byId(kid)
  if (!key) return 'unknown-key'
  try {
    await compactVerify(text, key.publicKey, { algorithms: ['RS256'] })
    return 'signed'
  } catch (error) {
    if (error instanceof errors.JOSEError) return 'forged'
    throw error
  }
}
