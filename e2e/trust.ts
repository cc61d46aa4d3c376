import { createHash, X509Certificate } from 'node:crypto'

/**
 * Makes a Chromium take the servers of a pool's authority, as an argument of its command line: in a process of its own,
 * with nothing changed on the machine. It asks no more of their certificates than that.
 *
 * @param certificate of the authority, in PEM
 */
export function trustArgument(certificate: string): string {
  const publicKey = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' })
  return `--ignore-certificate-errors-spki-list=${createHash('sha256').update(publicKey).digest('base64')}`
}
