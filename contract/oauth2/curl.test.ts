import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWith, type Program } from '../programs.ts'
import { present } from '../target.ts'
import { newMachine } from './machine.ts'
import { callback, provided, RelyingParty } from './relying-party.ts'

// The commands of a person who looks at the endpoints by hand.

const execute = promisify(execFile)

const curl: Program = { name: 'curl', probe: ['curl', '--version'], install: 'apt-get install curl' }

describeWith(curl, () => {
  const provider = provided()
  const folder = mkdtempSync(join(tmpdir(), 'user-pool-curl-'))
  const authority = join(folder, 'authority.pem')
  beforeAll(async () => {
    const response = await fetch(`${provider().endpoint}/_local/authority.pem`)
    writeFileSync(authority, await response.text())
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  /** What it prints: the body, and the status in a line of its own. */
  async function printed(path: string, ...args: string[]) {
    const always = ['--silent', '--noproxy', '*', '--cacert', authority, '--write-out', '\n%{http_code}']
    const { stdout } = await execute('curl', [...always, ...args, `${provider().domain}${path}`])
    const end = stdout.lastIndexOf('\n')
    return { body: stdout.slice(0, end), status: Number(stdout.slice(end + 1)) }
  }

  test('gets a token for a machine, by --user and by --data', async () => {
    const { clientId, clientSecret } = await newMachine(provider())
    const grant = ['--data', 'grant_type=client_credentials']
    const both = [
      await printed('/oauth2/token', '--user', `${clientId}:${clientSecret}`, ...grant),
      await printed(
        '/oauth2/token',
        ...grant,
        '--data',
        `client_id=${clientId}`,
        '--data-urlencode',
        `client_secret=${clientSecret}`,
      ),
    ]
    for (const { body, status } of both) {
      expect([status, JSON.parse(body)]).toEqual([
        200,
        { access_token: expect.any(String), expires_in: 3600, token_type: 'Bearer' },
      ])
    }
  })

  test('exchanges a code, asks userInfo by --oauth2-bearer, and revokes the refresh token', async () => {
    const application = await RelyingParty.at(provider())
    const { url, checks } = await application.returned()
    const known = ['--data', `client_id=${application.clientId}`]
    const exchanged = await printed(
      '/oauth2/token',
      ...known,
      ...['--data', 'grant_type=authorization_code', '--data', `code=${url.searchParams.get('code')}`],
      ...['--data-urlencode', `redirect_uri=${callback}`],
      ...['--data', `code_verifier=${checks.pkceCodeVerifier}`],
    )
    const tokens = JSON.parse(exchanged.body) as { access_token: string; refresh_token: string }
    const asked = await printed('/oauth2/userInfo', '--oauth2-bearer', tokens.access_token)
    expect(JSON.parse(asked.body)).toMatchObject({ email: provider().person.email })

    const revoked = await printed(
      '/oauth2/revoke',
      ...known,
      '--data',
      `token=${present(tokens.refresh_token)}`,
    )
    expect(revoked).toEqual({ body: '', status: 200 })
    const after = await printed('/oauth2/userInfo', '--oauth2-bearer', tokens.access_token)
    expect([after.status, JSON.parse(after.body)]).toMatchObject([401, { error: 'invalid_token' }])
  })
})
