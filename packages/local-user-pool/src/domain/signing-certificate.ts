import { selfSigned } from '../core/certificate.ts'
import type { SigningKeys } from './signing-keys.ts'
import type { UserPool } from './user-pools.ts'

/**
 * The X.509 certificate of the key for SAML, in base64; the same each time.
 */
// documented: a signing certificate is valid for ten years. assumed: it is made out to the pool's id, from the day that the pool was made.
export async function signingCertificate(
  keys: SigningKeys,
  { Id, CreationDate = 0 }: UserPool,
): Promise<string> {
  const { privateKey } = await keys.of('saml')
  const notBefore = new Date(CreationDate * 1000)
  const notAfter = new Date(notBefore)
  notAfter.setUTCFullYear(notBefore.getUTCFullYear() + 10)
  const subject = { commonName: Id, notBefore, notAfter }
  return selfSigned(subject, privateKey).toString('base64')
}
