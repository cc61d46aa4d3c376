import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { exampleSeed, type RunningLocalUserPool, startLocalUserPool } from '@genkan/local-user-pool'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The doctor as somebody gets it: packed, and installed into an empty project, without an AWS SDK.

const root = join(import.meta.dirname, '..')
const project = mkdtempSync(join(tmpdir(), 'genkan-doctor-packaging-'))
const execute = promisify(execFile)
let pool: RunningLocalUserPool

/** Runs a command in the project; answers what it wrote, whatever its status. */
async function run(command: string, ...args: string[]): Promise<string> {
  const environment = {
    NEXT_PUBLIC_AWS_COGNITO_REGION: 'ap-northeast-1',
    NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: exampleSeed.userPoolId,
    NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: exampleSeed.clientId,
    NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: pool.url,
  }
  const { stdout } = await execute(command, args, {
    cwd: project,
    timeout: 90_000,
    env: { ...process.env, ...environment },
  })
  return stdout
}

beforeAll(async () => {
  pool = await startLocalUserPool({ port: 0, seed: exampleSeed })
  const built = join(project, 'built')
  await run(process.execPath, join(root, 'packages/doctor/scripts/build.ts'), built)
  await run('npm', 'pack', built)
  const [tarball] = readdirSync(project).filter((file) => file.endsWith('.tgz'))
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }')
  await run('npm', 'install', `./${tarball}`, '--prefer-offline', '--no-audit', '--no-fund')
}, 120_000)

afterAll(async () => {
  await pool.close()
  rmSync(project, { recursive: true })
})

test('it is small, brings nothing along, and holds no source and no test', () => {
  const installed = join(project, 'node_modules')
  expect(readdirSync(installed).filter((name) => !name.startsWith('.'))).toEqual(['@genkan'])
  const files = readdirSync(join(installed, '@genkan/doctor'), { recursive: true }).map(String)
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'NOTICE', 'README.md', 'cli.js', 'index.d.ts']))
  expect(files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))).toEqual([])
  expect(files.filter((file) => /(^|\/)test-|\.test\./.test(file))).toEqual([])
  expect(JSON.parse(readFileSync(join(installed, '@genkan/doctor/package.json'), 'utf8'))).not.toHaveProperty(
    'scripts',
  )
})

test('npx examines the page of the folder', async () => {
  expect(JSON.parse(await run('npx', 'genkan-doctor', '--json'))).toMatchObject({
    healthy: true,
    findings: [],
  })
})

test('a report leads to the documentation that is installed with it', async () => {
  const use = `const { examine, textReport } = await import('@genkan/doctor')
    const environment = { ...process.env, NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: 'nosuchclient' }
    console.log(textReport(await examine({ environment }), 'en'))`
  const output = await run(process.execPath, '--input-type=module', '--eval', use)
  const [, file = '', anchor] = /More: (.*)#(.*)/.exec(output) ?? []
  expect(anchor).toBe('client_not_found')
  expect(readFileSync(join(project, file), 'utf8')).toContain('### CLIENT_NOT_FOUND')
})

test('without an AWS SDK it says what it lacks to ask as the administrator', async () => {
  const { findings } = JSON.parse(
    await run('npx', 'genkan-doctor', '--json', '--with-credentials', '--lang', 'en'),
  )
  expect(findings).toMatchObject([
    { code: 'CREDENTIALS_UNUSABLE', cure: expect.stringContaining('npm install') },
  ])
})

test('programs import it', async () => {
  const use = `const { examine, jsonReport } = await import('@genkan/doctor')
    console.log(jsonReport(await examine(), 'ja').healthy)`
  expect(await run(process.execPath, '--input-type=module', '--eval', use)).toBe('true\n')
})
