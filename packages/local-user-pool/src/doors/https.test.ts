import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request as httpsRequest, type RequestOptions } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { describe, expect, onTestFinished, test } from 'vitest'
import { exampleSeed } from '../seed.ts'
import { type HttpOptions, startLocalUserPool } from './http.ts'

async function started(options: Partial<HttpOptions> = {}) {
  const pool = await startLocalUserPool({ port: 0, https: { port: 0 }, seed: exampleSeed, ...options })
  onTestFinished(() => pool.close())
  const httpsUrl = pool.httpsUrl ?? ''
  return { ...pool, httpsUrl, httpsPort: Number(new URL(httpsUrl).port), ca: pool.authority().certificate }
}

/** The answer of a server on this machine that the client has verified. */
async function ask(url: string, options: RequestOptions, body = '') {
  // Whatever the name resolves to elsewhere.
  const lookup: RequestOptions['lookup'] = (_name, _options, found) =>
    found(null, [{ address: '127.0.0.1', family: 4 }])
  const asked = httpsRequest(url, { agent: false, lookup, ...options })
  asked.end(body)
  const [response] = await once(asked, 'response')
  let text = ''
  for await (const chunk of response) text += chunk
  return { status: response.statusCode, headers: response.headers, text }
}

describe('a client that trusts the authority', () => {
  test.each(['localhost', '127.0.0.1', 'shop.localhost', 'shop.auth.localhost'])(
    'reaches the pool as %s',
    async (host) => {
      const { ca, httpsPort } = await started()
      const { status, text } = await ask(`https://${host}:${httpsPort}/_local/health`, { ca })
      expect([status, JSON.parse(text)]).toEqual([200, { status: 'ok' }])
    },
  )

  test('takes from the authority no certificate of a name elsewhere', async () => {
    const { authority, ca } = await started()
    const reach = async (name: string) => {
      const server = createServer(authority().issue(name), (_request, response) => response.end('Hello'))
      onTestFinished(() => void server.close())
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      return ask(`https://${name}:${(server.address() as AddressInfo).port}/`, { ca })
    }
    await expect(reach('example.com')).rejects.toThrow('permitted subtree violation')
    await expect(reach('localhost.example.com')).rejects.toThrow('permitted subtree violation')
    expect(await reach('shop.localhost')).toMatchObject({ text: 'Hello' })
  })

  test('speaks HTTP/1.1, by TLS 1.2 or later', async () => {
    const { ca, httpsPort } = await started()
    const socket = connectTls({ port: httpsPort, host: 'localhost', ca, ALPNProtocols: ['h2', 'http/1.1'] })
    await once(socket, 'secureConnect')
    expect(socket.authorized).toBe(true)
    expect(socket.alpnProtocol).toBe('http/1.1')
    expect(socket.getProtocol()).toBe('TLSv1.3')
    socket.destroy()
    const old = connectTls({
      port: httpsPort,
      host: 'localhost',
      ca,
      maxVersion: 'TLSv1.1',
      minVersion: 'TLSv1',
    })
    await expect(once(old, 'secureConnect')).rejects.toThrow()
  })

  test('uses the same pool as by http, with the console that may change things', async () => {
    const { ca, url, httpsUrl } = await started()
    const origin = httpsUrl
    const changed = await ask(`${httpsUrl}/_local/inbox`, { ca, method: 'DELETE', headers: { origin } })
    expect(changed.status).toBe(204)
    expect(await (await fetch(`${url}/_local/inbox`)).json()).toEqual({ items: [] })
    const issuer = `${url}/${exampleSeed.userPoolId}`
    const { text } = await ask(`${httpsUrl}/${exampleSeed.userPoolId}/.well-known/openid-configuration`, {
      ca,
    })
    expect(JSON.parse(text)).toMatchObject({ issuer })
  })

  test('is told that the endpoints of OAuth 2.0 are there, and the keys where the issuer is', async () => {
    const { url, httpsUrl, ca } = await started()
    const issuer = `${url}/${exampleSeed.userPoolId}`
    const { text } = await ask(`${httpsUrl}/${exampleSeed.userPoolId}/.well-known/openid-configuration`, {
      ca,
    })
    expect(JSON.parse(text)).toMatchObject({
      issuer,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      authorization_endpoint: `${httpsUrl}/oauth2/authorize`,
    })
  })

  test('sees a connection that a fault cuts as one', async () => {
    const { ca, url, httpsUrl } = await started()
    const faults = JSON.stringify([{ kind: 'cut', times: 1 }])
    await fetch(`${url}/_local/faults`, { method: 'PUT', body: faults })
    await expect(ask(httpsUrl, { ca, method: 'POST' }, '{}')).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(await ask(httpsUrl, { ca, method: 'POST' }, '{}')).toMatchObject({ status: 400 })
  })
})

test('a client that does not trust the authority refuses it', async () => {
  const { httpsUrl } = await started()
  const { ca } = await started()
  const untrusted = { code: 'SELF_SIGNED_CERT_IN_CHAIN' }
  await expect(fetch(httpsUrl)).rejects.toMatchObject({ cause: untrusted })
  // The authority of another pool is another one.
  await expect(ask(httpsUrl, { ca })).rejects.toMatchObject({ code: expect.any(String) })
})

test('a pool that is started again on its file is trusted as before, though its clock was moved', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-user-pool-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const storage = { file: join(folder, 'pool.sqlite') }
  const first = await startLocalUserPool({ port: 0, https: { port: 0 }, storage })
  const { certificate } = first.authority()
  await first.close()
  const { httpsUrl, authority } = await started({ storage, clock: () => Date.parse('2040-01-01T00:00:00Z') })
  expect(authority()).toMatchObject({ certificate, state: 'kept' })
  expect(await ask(`${httpsUrl}/_local/health`, { ca: certificate })).toMatchObject({ status: 200 })
})

test('is not served where nobody asks for it', async () => {
  const pool = await startLocalUserPool({ port: 0 })
  expect(pool.httpsUrl).toBeUndefined()
  await pool.close()
})

test('a port that is taken is named, and nothing is left behind', async () => {
  const other = await startLocalUserPool({ port: 0 })
  const port = Number(new URL(other.url).port)
  const free = await startLocalUserPool({ port: 0 })
  await free.close()
  const plain = Number(new URL(free.url).port)
  const failed = startLocalUserPool({ port: plain, https: { port } })
  await expect(failed).rejects.toMatchObject({ code: 'EADDRINUSE', port })
  const again = await startLocalUserPool({ port: plain })
  await Promise.all([again.close(), other.close()])
})

test('its end waits neither for a connection that is open nor for one that never speaks', async () => {
  const pool = await startLocalUserPool({ port: 0, https: { port: 0 } })
  const httpsPort = Number(new URL(pool.httpsUrl ?? '').port)
  const silent = connect(httpsPort, '127.0.0.1')
  const open = connectTls({ port: httpsPort, host: 'localhost', ca: pool.authority().certificate })
  const ended = [silent, open].map((socket) => once(socket, 'close'))
  for (const socket of [silent, open]) socket.on('error', () => {})
  await Promise.all([once(silent, 'connect'), once(open, 'secureConnect')])
  await pool.close()
  await Promise.all(ended)
})
