import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../scripts/ports.ts'
import { root } from '../scripts/run.ts'
import { expect, test } from './journey.ts'
import { inTurn } from './turns.ts'

const real = {
  NEXT_PUBLIC_AWS_COGNITO_REGION: 'ap-northeast-1',
  NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: 'ap-northeast-1_AbCdEfGhI',
  NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: '0123456789abcdefghijklmnop',
}

/** Next.js in web/, with these variables and a folder of its own. */
function next(args: readonly string[], environment: Readonly<Record<string, string>>, NEXT_DIST_DIR: string) {
  return spawn(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), ...args], {
    cwd: join(root, 'web'),
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...environment, NEXT_DIST_DIR },
  })
}

/** Builds; answers everything it said, and its exit code. */
function build(environment: Readonly<Record<string, string>>, folder: string) {
  return new Promise<{ output: string; code: number | null }>((resolve) => {
    const child = next(['build'], environment, folder)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.once('exit', (code) => resolve({ output, code }))
  })
}

test.describe.configure({ mode: 'serial' })

for (const [what, change, expected] of [
  [
    'an empty variable',
    { NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: '' },
    /NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID is empty/,
  ],
  [
    'a malformed variable',
    { NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: '"ap-northeast-1_AbCdEfGhI"' },
    /NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID is .* which is not a user pool ID/,
  ],
  [
    'a region that is not the pool’s',
    { NEXT_PUBLIC_AWS_COGNITO_REGION: 'us-east-1' },
    /Set NEXT_PUBLIC_AWS_COGNITO_REGION to ap-northeast-1/,
  ],
] as const) {
  test(`${what} fails the build, which names the variable and the cure`, async () => {
    const { output, code } = await build({ ...real, ...change }, '.next-e2e-wrong')
    expect(code).toBe(1)
    expect(output).toMatch(expected)
  })
}

test('a build for Amazon Cognito has nothing of the local user pool in it', async () => {
  test.setTimeout(300_000)
  const folder = '.next-e2e-real'
  // In whatever folder: Next.js builds an app once at a time.
  const { output, code } = await inTurn(() => build(real, folder))
  expect(code, output).toBe(0)
  const out = join(root, 'web', folder)
  const text = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(html|js|txt)$/.test(file))
    .map((file) => readFileSync(join(out, file), 'utf8'))
    .join('\n')
  rmSync(out, { recursive: true })
  expect(text).toContain(real.NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID)
  expect(text).not.toMatch(/_local\/|ローカルのユーザープール|local user pool|LocalPool/)
})

test('a development page says on the screen what is wrong', async ({ page }) => {
  // It compiles the page when it is first asked for it, beside whatever else is being built.
  test.slow()
  const port = await freePort(0)
  const server = next(
    ['dev', '--hostname', 'localhost', '--port', String(port)],
    { ...real, NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: '' },
    '.next-e2e-dev',
  )
  const ended = new Promise((resolve) => server.once('exit', resolve))
  try {
    const address = `http://localhost:${port}`
    const isAnswering = () =>
      fetch(address).then(
        () => true,
        () => false,
      )
    await expect.poll(isAnswering, { timeout: 120_000 }).toBe(true)
    await page.goto(address)
    await expect(page.getByText('NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID')).toBeVisible()
    await expect(page.getByText(/is empty/)).toBeVisible()
    await expect(page.getByText(/take an app client without a secret/)).toBeVisible()
    await expect(page.getByText('docs/doctor.md#variable_empty')).toBeVisible()
  } finally {
    // A page of a development server keeps asking for it; it is left before the server ends.
    await page.goto('about:blank')
    server.kill()
    await ended
  }
})
