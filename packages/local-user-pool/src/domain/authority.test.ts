import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { createLocalUserPool } from '../pool.ts'
import { exampleSeed } from '../seed.ts'
import { Database } from '../storage/database.ts'
import { KeyTable } from '../storage/keys.ts'
import { authorityOf } from './authority.ts'

const date = (text: string) => () => Date.parse(text)

test('a database has one authority, of the day on which it was first asked for, for ten years', () => {
  const table = new KeyTable(new Database('memory'))
  const first = authorityOf(table, date('2026-11-21T09:00:00Z'))
  expect(first).toMatchObject({ name: 'Genkan local user pool 2026-11-21', state: 'new' })
  const certificate = new X509Certificate(first.certificate)
  expect(certificate.subject).toBe('CN=Genkan local user pool 2026-11-21')
  expect(certificate.verify(certificate.publicKey)).toBe(true)
  expect(certificate.ca).toBe(true)
  expect(certificate.validFrom).toBe('Nov 20 09:00:00 2026 GMT')
  expect(certificate.validTo).toBe('Nov 20 09:00:00 2036 GMT')
  const { name, certificate: same } = first
  expect(authorityOf(table, date('2035-10-01T00:00:00Z'))).toMatchObject({
    name,
    certificate: same,
    state: 'kept',
  })
})

test('an authority that is about to expire is followed by a new one, which is kept in its place', () => {
  const table = new KeyTable(new Database('memory'))
  const first = authorityOf(table, date('2026-11-21T09:00:00Z'))
  const later = date('2035-12-01T00:00:00Z')
  const second = authorityOf(table, later)
  expect(second).toMatchObject({ name: 'Genkan local user pool 2035-12-01', state: 'renewed' })
  expect(second.certificate).not.toBe(first.certificate)
  expect(authorityOf(table, later)).toMatchObject({ certificate: second.certificate, state: 'kept' })
})

test('a certificate that it issues is signed by it, is for one server, and never outlives it', () => {
  const table = new KeyTable(new Database('memory'))
  authorityOf(table, date('2026-11-21T09:00:00Z'))
  const authority = authorityOf(table, date('2035-10-01T09:00:00Z'))
  const issuer = new X509Certificate(authority.certificate)
  const [one, other] = [authority.issue(), authority.issue('shop.localhost')].map(
    ({ cert }) => new X509Certificate(cert),
  )
  expect(one?.checkIssued(issuer)).toBe(true)
  expect(one?.verify(issuer.publicKey)).toBe(true)
  expect(one?.ca).toBe(false)
  expect(one?.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
  expect(one?.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1')
  expect(other?.checkHost('shop.localhost')).toBe('shop.localhost')
  expect(one?.validFrom).toBe('Sep 30 09:00:00 2035 GMT')
  expect(one?.validTo).toBe('Oct 31 09:00:00 2036 GMT')
  expect(one?.serialNumber).not.toBe(other?.serialNumber)
})

test('a reset, an import and an export neither change the authority nor tell its key', async () => {
  const pool = createLocalUserPool({ seed: exampleSeed })
  const ask = (method: string, path: string, body?: string) =>
    pool.fetch(
      new Request(`http://localhost:9339/_local/${path}`, { method, ...(body !== undefined && { body }) }),
    )
  const { certificate } = pool.authority()
  const backup = await (await ask('GET', 'export')).text()
  expect(backup).toContain('hanako@example.com')
  expect(backup).not.toContain('PRIVATE KEY')
  expect(backup).not.toContain('authority')
  expect((await ask('POST', 'reset')).status).toBe(204)
  expect((await ask('PUT', 'import', backup)).status).toBe(204)
  expect(await (await ask('GET', 'authority.pem')).text()).toBe(certificate)
  pool.close()
})

test('anybody may have its certificate, by any name of the pool, and nothing with it', async () => {
  const pool = createLocalUserPool()
  const response = await pool.fetch(new Request('http://cognito:9339/_local/authority.pem'))
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/x-pem-file')
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
  const text = await response.text()
  expect(text).toBe(new X509Certificate(text).toString())
  expect(text).toBe(pool.authority().certificate)
  pool.close()
})
