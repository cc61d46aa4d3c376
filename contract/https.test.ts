import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { exampleSeed, type RunningLocalUserPool, startLocalUserPool } from '@genkan/local-user-pool'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// Clients that come to the pool by https, each told in its own way whom to trust. A real pool needs none of this.

const execute = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'user-pool-https-'))
const authority = join(folder, 'authority.pem')
let pool: RunningLocalUserPool
let health: string

beforeAll(async () => {
  pool = await startLocalUserPool({ port: 0, https: { port: 0 }, seed: exampleSeed })
  health = `${pool.httpsUrl}/_local/health`
  // As a person gets it.
  writeFileSync(authority, await (await fetch(`${pool.url}/_local/authority.pem`)).text())
})
afterAll(async () => {
  await pool.close()
  rmSync(folder, { recursive: true })
})

const isThere = (program: string) =>
  (process.env.PATH ?? '').split(delimiter).some((place) => existsSync(join(place, program)))

describe('Node', () => {
  const ask = (environment: Readonly<Record<string, string>>) =>
    execute(
      process.execPath,
      ['--eval', 'fetch(process.argv[1]).then((answer) => answer.text()).then(console.log)', health],
      { env: { ...process.env, ...environment } },
    )

  test('trusts the pool by NODE_EXTRA_CA_CERTS', async () => {
    const { stdout, stderr } = await ask({ NODE_EXTRA_CA_CERTS: authority })
    expect([JSON.parse(stdout), stderr]).toEqual([{ status: 'ok' }, ''])
  })

  test('does not without', async () => {
    await expect(ask({})).rejects.toThrow('SELF_SIGNED_CERT_IN_CHAIN')
  })
})

describe.skipIf(!isThere('curl'))('curl', () => {
  test('trusts the pool by --cacert', async () => {
    const { stdout } = await execute('curl', ['--silent', '--noproxy', '*', '--cacert', authority, health])
    expect(JSON.parse(stdout)).toEqual({ status: 'ok' })
  })

  test('does not without', async () => {
    // 60: the certificate of the server is not good.
    await expect(execute('curl', ['--silent', '--noproxy', '*', health])).rejects.toMatchObject({ code: 60 })
  })
})

describe.skipIf(!isThere('openssl'))('OpenSSL', () => {
  /** Verifies a certificate as RFC 5280 has it to the letter. */
  async function verify(host: string) {
    const file = join(folder, `${host}.pem`)
    writeFileSync(file, pool.authority().issue(host).cert)
    const args = ['verify', '-x509_strict', '-purpose', 'sslserver', '-CAfile', authority]
    return execute('openssl', [...args, '-verify_hostname', host, file])
  }

  test.each(['localhost', 'shop.localhost'])('verifies a certificate of %s, strictly', async (host) => {
    expect((await verify(host)).stdout).toContain(': OK')
  })

  test('refuses one of example.com, which the authority may not vouch for', async () => {
    await expect(verify('example.com')).rejects.toMatchObject({
      stderr: expect.stringContaining('permitted subtree violation'),
    })
  })

  test('refuses one for anything but a server', async () => {
    const file = join(folder, 'server.pem')
    writeFileSync(file, pool.authority().issue().cert)
    await expect(
      execute('openssl', ['verify', '-purpose', 'smimesign', '-CAfile', authority, file]),
    ).rejects.toMatchObject({
      stderr: expect.stringMatching(/unsuitable certificate purpose|unsupported certificate purpose/),
    })
  })
})
