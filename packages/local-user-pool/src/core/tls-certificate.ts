import { createHash, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto'
import { type CertificateSubject, signed, spkiOf, statement } from './certificate.ts'
import { bits, choice, integer, isTrue, member, octets, oid, sequence } from './der.ts'

/** A name of a machine in a certificate. */
export const dnsName = (name: string) => choice(2, Buffer.from(name, 'ascii'))

/** @param bytes of the address, 4 or 16; in a constraint, those of the mask follow */
export const ipAddress = (...bytes: readonly number[]) => choice(7, Buffer.from(bytes))

const loopback6 = [...Array<number>(15).fill(0), 1]

/** The addresses that a machine has for itself. */
export const loopback: readonly Buffer[] = [ipAddress(127, 0, 0, 1), ipAddress(...loopback6)]

/** Whoever trusts the authority need not fear that it speaks for anything else (RFC 5280, section 4.2.1.10). */
const thisMachine: readonly Buffer[] = [
  // What ends in `.localhost` is within it.
  dnsName('localhost'),
  ipAddress(127, 0, 0, 0, 255, 0, 0, 0),
  ipAddress(...loopback6, ...Array<number>(16).fill(255)),
]

/**
 * A self-signed X.509 certificate of an authority that may vouch for TLS servers of this machine alone, directly.
 *
 * @param privateKey of P-256
 * @returns DER
 */
export function authorityCertificate(subject: CertificateSubject, privateKey: KeyObject): Buffer {
  const publicKey = spkiOf(createPublicKey(privateKey))
  return certificate(subject, publicKey, { commonName: subject.commonName, privateKey }, [
    // An authority, with none below it.
    critical('2.5.29.19', sequence(isTrue, integer(0))),
    // keyCertSign
    critical('2.5.29.15', bits(Buffer.of(0x04), 2)),
    // Neither mail nor programs, which names of machines do not keep it from.
    extension('2.5.29.37', sequence(serverAuth)),
    critical('2.5.29.30', sequence(member(0, ...thisMachine.map((name) => sequence(name))))),
    extension('2.5.29.14', octets(keyIdOf(publicKey))),
  ])
}

/**
 * An X.509 certificate of a TLS server.
 *
 * @param names that it is reached by
 * @param issuer the authority: its name, and its private key of P-256
 * @returns DER
 */
export function serverCertificate(
  subject: CertificateSubject,
  publicKey: KeyObject,
  names: readonly Buffer[],
  issuer: Issuer,
): Buffer {
  const authorityId = keyIdOf(spkiOf(createPublicKey(issuer.privateKey)))
  return certificate(subject, spkiOf(publicKey), issuer, [
    critical('2.5.29.19', sequence()),
    // digitalSignature
    critical('2.5.29.15', bits(Buffer.of(0x80), 7)),
    extension('2.5.29.37', sequence(serverAuth)),
    extension('2.5.29.17', sequence(...names)),
    extension('2.5.29.35', sequence(choice(0, authorityId))),
  ])
}

interface Issuer {
  readonly commonName: string
  readonly privateKey: KeyObject
}

function certificate(
  subject: CertificateSubject,
  publicKey: Buffer,
  { commonName, privateKey }: Issuer,
  extensions: readonly Buffer[],
): Buffer {
  const algorithm = sequence(oid('1.2.840.10045.4.3.2'))
  // Never the same twice, whatever a test takes for random: clients refuse two certificates under one number.
  const serial = randomBytes(16)
  const about = statement({ ...subject, serial, algorithm, issuer: commonName, publicKey, extensions })
  return signed(about, algorithm, sign('sha256', about, privateKey))
}

const extension = (id: string, value: Buffer) => sequence(oid(id), octets(value))

/** One that a client must understand, or refuse the certificate. */
const critical = (id: string, value: Buffer) => sequence(oid(id), isTrue, octets(value))

const serverAuth = oid('1.3.6.1.5.5.7.3.1')

/** By which a client finds the one of several authorities of the same name. */
const keyIdOf = (publicKey: Buffer) => createHash('sha256').update(publicKey).digest().subarray(0, 20)
