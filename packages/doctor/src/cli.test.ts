import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JsonReport } from './report/json.ts'
import { newPage, variables } from './test-pool.ts'
import { startTestServer } from './test-server.ts'
import { openWard, type Ward } from './test-ward.ts'

let ward: Ward
beforeAll(async () => {
  ward = await openWard()
})
afterAll(() => ward.close())

/** The command in a folder, with these variables and nothing else of this machine's environment. */
async function run(environment: Record<string, string>, args: readonly string[] = [], cwd = newPage()) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const status = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { output, errors, status: await status }
}

const lines = (environment: Record<string, string>) =>
  Object.entries(environment)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')

test('a healthy configuration ends with 0, and says what was not looked at', async () => {
  const { output, status } = await run({ ...variables(ward.pool), LANG: 'en_US.UTF-8' })
  expect(status).toBe(0)
  expect(output).toContain('✓ Nothing is wrong with what was looked at.')
  expect(output).toContain('--with-credentials')
})

test('an error ends with 1, in the language of the system', async () => {
  const ill = { ...variables(ward.pool), NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: 'nosuchclient' }
  const { output, status } = await run({ ...ill, LANG: 'ja_JP.UTF-8' })
  expect(status).toBe(1)
  expect(output).toMatch(/✗ CLIENT_NOT_FOUND\n {2}原因: .*nosuchclient/)
  expect(output).toMatch(/docs[/\\]doctor\.md#client_not_found/)
  expect(output).toContain('エラー 1 件、警告 0 件')
  expect((await run({ ...ill, LANG: 'ja_JP.UTF-8' }, ['--lang', 'en'])).output).toContain(
    '1 error, 0 warnings',
  )
})

test('a warning alone ends with 0', async () => {
  const clientId = await ward.newClient({ PreventUserExistenceErrors: 'LEGACY' })
  const { output, status } = await run(
    { ...variables(ward.pool), NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: clientId },
    ['--lang', 'en'],
  )
  expect(status).toBe(0)
  expect(output).toContain('! USER_EXISTENCE_LEAKS')
  // The command is about the local user pool as well.
  expect(output).toContain(`aws --endpoint-url ${ward.pool.url} cognito-idp update-user-pool-client`)
})

test('--json writes one object for programs', async () => {
  const ill = { ...variables(ward.pool), NEXT_PUBLIC_AWS_COGNITO_REGION: 'us-east-1' }
  const { output, status } = await run(ill, ['--json', '--lang', 'en'])
  const report: JsonReport = JSON.parse(output)
  expect(status).toBe(1)
  expect(report).toMatchObject({
    version: 1,
    healthy: false,
    examined: { mode: 'development', region: 'ap-northeast-1', endpoint: ward.pool.url },
    findings: [
      {
        code: 'REGION_POOL_MISMATCH',
        severity: 'error',
        cause: expect.stringContaining('us-east-1'),
        cure: expect.stringMatching(/\.$/),
        console: expect.any(String),
        command: 'export NEXT_PUBLIC_AWS_COGNITO_REGION=ap-northeast-1',
        docs: 'docs/doctor.md#region_pool_mismatch',
        facts: { region: 'us-east-1', ofPool: 'ap-northeast-1' },
      },
    ],
  })
})

test('the files of web/ are read where there is one, and one beside it is found', async () => {
  const healthy = lines(variables(ward.pool))
  const inside = newPage({ 'web/package.json': '{}', 'web/.env.production.local': healthy })
  expect(JSON.parse((await run({}, ['--json'], inside)).output)).toMatchObject({
    healthy: true,
    examined: { mode: 'production' },
  })
  const beside = newPage({ 'web/package.json': '{}', '.env.local': healthy })
  const { findings }: JsonReport = JSON.parse((await run({}, ['--json'], beside)).output)
  expect(findings).toMatchObject([{ code: 'ENV_FILE_NOT_READ', facts: { file: '../.env.local' } }])
})

test('the command for a file that is not read heals the page, and overwrites nothing', async () => {
  const folder = newPage({
    "it's/package.json": '{}',
    "it's/.env.prod": lines(variables(ward.pool)),
    "it's/.env.production.local": 'SECRET=kept',
  })
  const args = ['--json', '--mode', 'production', '--folder', "it's"]
  const { findings }: JsonReport = JSON.parse((await run({}, args, folder)).output)
  execFileSync('sh', ['-c', findings[0]?.command ?? ''], { cwd: folder })
  expect(JSON.parse((await run({}, args, folder)).output)).toMatchObject({ healthy: true })
  expect(readFileSync(join(folder, "it's/.env.production.local"), 'utf8')).toContain('SECRET=kept\n')
})

test('the command for a variable that is nowhere writes into the folder of the page', async () => {
  const folder = newPage({ 'web/package.json': '{}', 'web/.env.development.local': 'SECRET=kept' })
  const { findings }: JsonReport = JSON.parse((await run({}, ['--json'], folder)).output)
  execFileSync('sh', ['-c', findings[0]?.command ?? ''], { cwd: folder })
  expect(readFileSync(join(folder, 'web/.env.development.local'), 'utf8')).toBe(
    'SECRET=kept\nNEXT_PUBLIC_AWS_COGNITO_REGION=…\n',
  )
})

test('a password is taken from the environment, and never as an argument', async () => {
  const environment = { ...variables(ward.pool), GENKAN_DOCTOR_PASSWORD: 'Genkan-2026' }
  const { output } = await run(environment, ['--json', '--try-sign-in', 'disabled@example.com'])
  expect(JSON.parse(output).findings).toMatchObject([{ code: 'USER_DISABLED' }])
  const refused = await run(variables(ward.pool), ['--try-sign-in', 'hanako@example.com'])
  expect(refused).toMatchObject({
    status: 2,
    output: '',
    errors: expect.stringContaining('GENKAN_DOCTOR_PASSWORD'),
  })
})

test.each([
  [['--password', 'x'], /--password/],
  [['--mode', 'test'], /--mode takes development or production/],
  [['--api', 'api.example.com'], /--api takes an address/],
  [['--user', 'hanako@example.com'], /--with-credentials/],
  [['--folder', 'nowhere'], /no folder nowhere/],
])('%j is refused with 2', async (args, message) => {
  const { status, errors, output } = await run({}, args)
  expect([status, output]).toEqual([2, ''])
  expect(errors).toMatch(message)
  expect(errors).toContain('See --help.')
})

test('--help writes the manual, which names every flag', async () => {
  const { output, status } = await run({}, ['--help'])
  expect(status).toBe(0)
  for (const flag of ['api', 'callback', 'domain', 'try-sign-in', 'json', 'lang'])
    expect(output).toContain(`--${flag}`)
})

test('what does not answer is named on stderr meanwhile', async () => {
  const slow = await startTestServer(() => new Promise(() => {}))
  try {
    const { errors, output } = await run(
      { ...variables(ward.pool), NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: slow.url },
      ['--json'],
    )
    expect(errors).toContain(`… ${new URL(slow.url).host}\n`)
    expect(JSON.parse(output).findings).toMatchObject([
      { code: 'ENDPOINT_UNREACHABLE', facts: { why: 'TIMEOUT' } },
    ])
  } finally {
    await slow.close()
  }
})
