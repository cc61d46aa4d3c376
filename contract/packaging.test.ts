import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The package as somebody gets it: packed, installed into an empty project, and driven by the examples.

const root = join(import.meta.dirname, '..')
const project = mkdtempSync(join(tmpdir(), 'genkan-packaging-'))
const examples = readdirSync(join(root, 'examples')).filter((name) => name.startsWith('pool-'))

/** What the examples use beside the pool; linked, because they weigh a hundred times more than what is tested. */
const linked = [
  '@aws-sdk/client-cognito-identity-provider',
  '@playwright/test',
  '@types/node',
  'aws-amplify',
  'vitest',
]

const execute = promisify(execFile)

/** Runs a command in the project; fails with all that it said. */
async function run(command: string, ...args: string[]): Promise<string> {
  const options = { cwd: project, timeout: 90_000, env: { ...process.env, VITEST: '', NO_COLOR: '1' } }
  try {
    return (await execute(command, args, options)).stdout
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`, { cause: error })
  }
}

const node = (program: string, ...args: string[]) =>
  run(process.execPath, join(root, 'node_modules', program), ...args)

const installed = (file: string) =>
  readFileSync(join(project, 'node_modules/@genkan/local-user-pool', file), 'utf8')

beforeAll(async () => {
  const built = join(project, 'built')
  await run(process.execPath, join(root, 'packages/local-user-pool/scripts/build.ts'), built)
  await run('npm', 'pack', built)
  const [tarball] = readdirSync(project).filter((file) => file.endsWith('.tgz'))
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }')
  await run('npm', 'install', `./${tarball}`, 'msw@3.0.5', '--prefer-offline', '--no-audit', '--no-fund')
  for (const name of linked) {
    const link = join(project, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    rmSync(link, { recursive: true, force: true })
    symlinkSync(join(root, 'node_modules', name), link)
  }
  for (const name of examples) cpSync(join(root, 'examples', name), join(project, name), { recursive: true })
}, 120_000)

afterAll(() => rmSync(project, { recursive: true }))

test('an example is sixty lines at most', () => {
  expect(examples).toHaveLength(5)
  for (const name of examples) {
    const texts = readdirSync(join(project, name)).map((file) =>
      readFileSync(join(project, name, file), 'utf8'),
    )
    expect(texts.join('').split('\n').length - 1, name).toBeLessThanOrEqual(60)
  }
})

test('the package holds what runs, its licence and no source, and nothing of it runs when it is installed', () => {
  const files = readdirSync(join(project, 'node_modules/@genkan/local-user-pool'), { recursive: true }).map(
    String,
  )
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'NOTICE', 'README.md', 'protocol/model.json']))
  expect(files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))).toEqual([])
  expect(files.filter((file) => /(^|\/)test-|\.test\./.test(file))).toEqual([])
  expect(JSON.parse(installed('package.json'))).not.toHaveProperty('scripts')

  const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { hasInstallScript?: boolean }>
  }
  expect(Object.keys(packages).filter((name) => packages[name]?.hasInstallScript)).toEqual([])
})

test('its types are those of the clients', async () => {
  const settings = { strict: true, noEmit: true, target: 'es2023', module: 'nodenext', types: ['node'] }
  const compilerOptions = { ...settings, skipLibCheck: true, allowImportingTsExtensions: true }
  const include = [...examples, 'declared.ts']
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include }))
  // Declarations that cannot be found would be `any`, with which everything compiles.
  writeFileSync(
    join(project, 'declared.ts'),
    `import { createLocalUserPool } from '@genkan/local-user-pool'
     // @ts-expect-error
     export const endpoint: number = createLocalUserPool().endpoint`,
  )
  await node('typescript/bin/tsc', '-p', '.')
})

test('Vitest, the AWS SDK and Mock Service Worker use it without a port', async () => {
  expect(await node('vitest/vitest.mjs', 'run', '.test.ts')).toMatch(/Tests +4 passed \(4\)/)
})

test('a page in a browser of Playwright uses it', async () => {
  // The browser, which may be in a package here; otherwise a configuration that anybody may have.
  writeFileSync(
    join(project, 'playwright.config.ts'),
    `import { findBrowser } from '${pathToFileURL(join(root, 'e2e/browser.ts'))}'
     const { executablePath, environment } = await findBrowser()
     const args = ['--no-sandbox', '--disable-gpu']
     export default { use: { launchOptions: { executablePath, args, env: { ...process.env, ...environment } } } }`,
  )
  expect(await node('@playwright/test/cli.js', 'test', 'pool-in-playwright')).toContain('1 passed')
})

test('npx starts it at a port, where any client signs up', async () => {
  const pool = spawn('npx', ['local-user-pool', '--port', '0'], { cwd: project, detached: true })
  const ended = once(pool, 'exit')
  try {
    const url = await address(pool.stdout)
    expect(await run(process.execPath, 'pool-over-http/sign-up.mjs', url)).toBe('Signed in: 田中 雪\n')
  } finally {
    // As Ctrl-C does: to npx and to what it started.
    if (pool.pid) process.kill(-pool.pid, 'SIGINT')
    await ended
  }
})

test('it keeps its data in a file', async () => {
  const use = "const { createLocalUserPool } = await import('@genkan/local-user-pool')"
  const make = `${use}; createLocalUserPool({ storage: { file: 'pool.sqlite' } }).close()`
  await run(process.execPath, '--input-type=module', '--eval', make)
  expect(readdirSync(project)).toContain('pool.sqlite')
})

/** Waits for the readiness line; answers the address in it. */
async function address(said: AsyncIterable<Buffer>): Promise<string> {
  let text = ''
  for await (const chunk of said) {
    text += chunk
    const found = /^Local user pool ready at (\S+)$/m.exec(text)?.[1]
    if (found) return found
  }
  throw new Error(`The pool did not get ready:\n${text}`)
}
