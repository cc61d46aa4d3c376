import { createHash, webcrypto } from 'node:crypto'

/** Who and when a certificate is about. */
export interface CertificateSubject {
  readonly commonName: string
  readonly notBefore: Date
  readonly notAfter: Date
}

/**
 * A self-signed X.509 certificate of an RSA key for PKCS #1 v1.5 with SHA-256 (RFC 5280, version 1: it has no extensions). The same key and subject
 * make the same certificate.
 *
 * @returns DER
 */
export async function selfSigned(
  { commonName, notBefore, notAfter }: CertificateSubject,
  privateKey: webcrypto.CryptoKey,
  publicKey: webcrypto.CryptoKey,
): Promise<Buffer> {
  const algorithm = sequence(oid(sha256WithRsa), der(0x05))
  const name = sequence(der(0x31, sequence(oid(commonNameType), der(0x0c, Buffer.from(commonName)))))
  const serial = createHash('sha256').update(commonName).digest().subarray(0, 16)
  // A serial number is positive, and has no zero in front.
  serial[0] = 0x40 | ((serial[0] ?? 0) & 0x3f)
  const signed = sequence(
    der(0x02, serial),
    algorithm,
    name,
    sequence(time(notBefore), time(notAfter)),
    name,
    Buffer.from(await webcrypto.subtle.exportKey('spki', publicKey)),
  )
  const signature = await webcrypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, signed)
  return sequence(signed, algorithm, der(0x03, Buffer.of(0), Buffer.from(signature)))
}

/** 1.2.840.113549.1.1.11 */
const sha256WithRsa = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b]

/** 2.5.4.3 */
const commonNameType = [0x55, 0x04, 0x03]

const sequence = (...parts: Buffer[]) => der(0x30, ...parts)

const oid = (bytes: readonly number[]) => der(0x06, Buffer.from(bytes))

/** UTCTime through 2049, GeneralizedTime from 2050 (RFC 5280, section 4.1.2.5). */
function time(date: Date): Buffer {
  const digits = `${date.toISOString().slice(0, 19).replace(/\D/g, '')}Z`
  return date.getUTCFullYear() < 2050
    ? der(0x17, Buffer.from(digits.slice(2)))
    : der(0x18, Buffer.from(digits))
}

/** Tag, length, content (X.690). */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), content])
  const bytes = Buffer.from(length.toString(16).padStart(length > 0xff ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.of(tag, 0x80 | bytes.length), bytes, content])
}
