import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { selfSigned } from './certificate.ts'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

test.each([
  ['2026-11-21T09:00:00Z', '2036-11-21T09:00:00Z', 'Nov 21 09:00:00 2036 GMT'],
  ['2045-01-01T00:00:00Z', '2055-01-01T00:00:00Z', 'Jan  1 00:00:00 2055 GMT'],
])('makes a certificate from %s to %s that is signed by its own key', (from, to, shown) => {
  const subject = {
    commonName: 'ap-northeast-1_LocalPool',
    notBefore: new Date(from),
    notAfter: new Date(to),
  }
  const der = selfSigned(subject, privateKey)
  const certificate = new X509Certificate(der)
  expect(certificate.verify(certificate.publicKey)).toBe(true)
  expect(certificate.subject).toBe('CN=ap-northeast-1_LocalPool')
  expect(certificate.issuer).toBe(certificate.subject)
  expect(new Date(certificate.validFrom)).toEqual(subject.notBefore)
  expect(certificate.validTo).toBe(shown)
  // Of the SHA-256 of its name, with the first two bits 01.
  expect(certificate.serialNumber).toBe('5327F01AF0E6587437685C4CEAFAE605')
  expect(selfSigned(subject, privateKey)).toEqual(der)
})
