import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { bits, integer, member, nothing, oid, sequence, setOf, text, time } from './der.ts'

/** Who and when a certificate is about. */
export interface CertificateSubject {
  readonly commonName: string
  readonly notBefore: Date
  readonly notAfter: Date
}

/** All that is signed of a certificate. */
interface Statement extends CertificateSubject {
  readonly serial: Buffer
  readonly algorithm: Buffer
  /** The common name of whoever signs. */
  readonly issuer: string
  /** DER. */
  readonly publicKey: Uint8Array
  /** With any, it is of version 3; else of version 1. */
  readonly extensions?: readonly Buffer[]
}

/** What is signed, in DER (RFC 5280, section 4.1.2). */
export function statement(about: Statement): Buffer {
  const { serial, algorithm, issuer, notBefore, notAfter, commonName, publicKey, extensions } = about
  // A serial number is positive, and has no zero in front.
  const [first = 0, ...rest] = serial
  return sequence(
    ...(extensions ? [member(0, integer(2))] : []),
    integer(0x40 | (first & 0x3f), ...rest),
    algorithm,
    nameOf(issuer),
    sequence(time(notBefore), time(notAfter)),
    nameOf(commonName),
    publicKey,
    ...(extensions ? [member(3, sequence(...extensions))] : []),
  )
}

/** The certificate that a signature makes of a statement, in DER. */
export const signed = (statement: Buffer, algorithm: Buffer, signature: Uint8Array) =>
  sequence(statement, algorithm, bits(signature))

/** A public key in DER (RFC 5280, section 4.1.2.7). */
export const spkiOf = (publicKey: KeyObject) => publicKey.export({ type: 'spki', format: 'der' })

const nameOf = (commonName: string) => sequence(setOf(sequence(oid('2.5.4.3'), text(commonName))))

const sha256WithRsa = sequence(oid('1.2.840.113549.1.1.11'), nothing)

/**
 * A self-signed X.509 certificate of an RSA key for PKCS #1 v1.5 with SHA-256 (RFC 5280, version 1: it has no
 * extensions). The same key and subject make the same certificate.
 *
 * @returns DER
 */
export function selfSigned(subject: CertificateSubject, privateKey: KeyObject): Buffer {
  const about = statement({
    ...subject,
    issuer: subject.commonName,
    serial: createHash('sha256').update(subject.commonName).digest().subarray(0, 16),
    algorithm: sha256WithRsa,
    publicKey: spkiOf(createPublicKey(privateKey)),
  })
  return signed(about, sha256WithRsa, sign('sha256', about, privateKey))
}
