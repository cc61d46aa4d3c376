import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { authorityCertificate, dnsName, ipAddress, loopback, serverCertificate } from './tls-certificate.ts'

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pem = (der: Buffer) => new X509Certificate(der).toString()

const issuer = { commonName: 'An authority', ...newKeys() }
const today = {
  notBefore: new Date(Date.now() - 60_000),
  notAfter: new Date(Date.now() + 24 * 60 * 60 * 1000),
}
const ca = pem(authorityCertificate({ commonName: issuer.commonName, ...today }, issuer.privateKey))

/** What Node's client, which trusts the authority, says of a server with such a certificate. */
async function verdict(names: readonly Buffer[]): Promise<string> {
  const { privateKey, publicKey } = newKeys()
  const cert = pem(serverCertificate({ commonName: 'localhost', ...today }, publicKey, names, issuer))
  const server = createServer({ cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }) })
  onTestFinished(() => void server.close())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  // Whether it is of the server's name is not asked: whether it may be issued at all is.
  const client = connect({ port, ca, checkServerIdentity: () => undefined })
  const said = once(client, 'secureConnect').then(
    () => 'verified',
    (error: Error) => error.message,
  )
  return said.finally(() => client.destroy())
}

test.each([
  ['localhost', [dnsName('localhost')]],
  ['names below it', [dnsName('shop.localhost'), dnsName('a.b.localhost')]],
  ['the loopback addresses', loopback],
  ['the others of 127.0.0.0/8', [ipAddress(127, 1, 2, 3)]],
])('an authority of this machine vouches for %s', async (_what, names) => {
  expect(await verdict(names)).toBe('verified')
})

test.each([
  ['another name', [dnsName('example.com')]],
  ['a name that only begins alike', [dnsName('localhost.example.com')]],
  ['a name that only ends alike', [dnsName('notlocalhost')]],
  ['another name beside its own', [dnsName('localhost'), dnsName('example.com')]],
  ['an address of the network', [ipAddress(192, 168, 0, 1)]],
  ['another address of version 6', [ipAddress(...Array<number>(15).fill(0), 2)]],
])('it does not for %s', async (_what, names) => {
  expect(await verdict(names)).toBe('permitted subtree violation')
})

test('an authority vouches for servers alone, and may be told from another of its name', () => {
  const authority = new X509Certificate(ca)
  const { privateKey } = newKeys()
  const other = authorityCertificate({ commonName: issuer.commonName, ...today }, privateKey)
  const der = serverCertificate({ commonName: 'localhost', ...today }, newKeys().publicKey, loopback, issuer)
  const server = new X509Certificate(der)
  expect([authority.ca, authority.subject, authority.issuer]).toEqual([
    true,
    'CN=An authority',
    'CN=An authority',
  ])
  expect([server.ca, server.subject, server.issuer]).toEqual([false, 'CN=localhost', 'CN=An authority'])
  expect(server.subjectAltName).toBe('IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1')
  expect([authority.keyUsage, server.keyUsage]).toEqual([['1.3.6.1.5.5.7.3.1'], ['1.3.6.1.5.5.7.3.1']])
  expect(server.checkIssued(authority)).toBe(true)
  expect(server.checkIssued(new X509Certificate(other))).toBe(false)
})

// RFC 5280, sections 4.2.1.3, 4.2.1.9 and 4.2.1.10: the extension, that it is critical, and its value.
test.each([
  ['no authority below it', '0603551d13' + '0101ff' + '0408' + '30060101ff020100'],
  ['no signatures but those of certificates', '0603551d0f' + '0101ff' + '0404' + '03020204'],
  ['no names but those of this machine', '0603551d1e' + '0101ff'],
])('a client that trusts the authority must understand that it has %s', (_, extension) => {
  expect(new X509Certificate(ca).raw.toString('hex')).toContain(extension)
})

test('the key of a server signs, and does nothing else', () => {
  const der = serverCertificate({ commonName: 'localhost', ...today }, newKeys().publicKey, loopback, issuer)
  expect(der.toString('hex')).toContain('0603551d0f' + '0101ff' + '0404' + '03020780')
  expect(der.toString('hex')).toContain('0603551d13' + '0101ff' + '0402' + '3000')
})

test('a certificate with extensions says that it is of version 3', () => {
  expect(new X509Certificate(ca).raw.subarray(8, 13).toString('hex')).toBe('a003020102')
})

test('no two certificates have one number', () => {
  const numbers = Array.from({ length: 4 }, () => {
    const der = serverCertificate({ commonName: 'localhost', ...today }, issuer.publicKey, loopback, issuer)
    return new X509Certificate(der).serialNumber
  })
  expect(new Set(numbers).size).toBe(4)
  for (const number of numbers) expect(number).toMatch(/^[4-7][\dA-F]{31}$/)
})
