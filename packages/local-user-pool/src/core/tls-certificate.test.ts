import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { authorityCertificate, dnsName, ipAddress, loopback, serverCertificate } from './tls-certificate.ts'

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pem = (der: Buffer) => new X509Certificate(der).toString()

const issuer = { commonName: 'An authority', privateKey: newKeys().privateKey }
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
