import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { exampleSeed } from '../seed.ts'
import { startLocalUserPool } from './http.ts'

const folder = mkdtempSync(join(tmpdir(), 'local-user-pool-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Ended {
  readonly said: string
  readonly code: number | null
}

function begin(...args: string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...args])
}

/** Runs the command to its end. */
async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const [code] = await once(child, 'exit')
  return { said, code }
}

/** Waits for the readiness line; answers the address in it. */
async function ready(child: ChildProcessWithoutNullStreams): Promise<string> {
  let said = ''
  for await (const chunk of child.stdout) {
    said += chunk
    const address = /^Local user pool ready at (\S+)$/m.exec(said)?.[1]
    if (address) return address
  }
  throw new Error(`The pool did not get ready:\n${said}`)
}

test('says when it is ready and where, and ends with success on Ctrl-C', async () => {
  const child = begin('--port', '0')
  const address = await ready(child)
  const { users } = (await (await fetch(`${address}/_local/seed`)).json()) as { users: unknown[] }
  expect(users).toHaveLength(5)
  const exit = once(child, 'exit')
  child.kill('SIGINT')
  expect(await exit).toEqual([0, null])
})

test('keeps its data in a file, which a second process may not share', async () => {
  const file = join(folder, 'pool.sqlite')
  const child = begin('--port', '0', '--storage', file)
  await ready(child)
  const { said, code } = await ended(begin('--port', '0', '--storage', file))
  expect(said).toContain('another process has it open. End that one first, or name another file.')
  expect(code).toBe(1)
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await exit).toEqual([0, null])
})

test('says that a port is taken, and what to do', async () => {
  const other = await startLocalUserPool({ port: 0 })
  const { said, code } = await ended(begin('--port', new URL(other.url).port))
  await other.close()
  expect(said).toBe('The port is taken. End what listens there, or name another with --port.\n')
  expect(code).toBe(1)
})

test.each([
  [['--port', 'web'], "--port takes a number from 0 to 65535, not 'web'."],
  [['--port', '70000'], "--port takes a number from 0 to 65535, not '70000'."],
  [['--storage', ''], '--storage takes `memory` or the name of a file.'],
  [['--lambda-endpoint', 'lambda'], "--lambda-endpoint takes a URL, not 'lambda'."],
  [['--lambda-endpoint', 'file:///etc'], "--lambda-endpoint takes a URL, not 'file:///etc'."],
  [['--nonsense'], "Unknown option '--nonsense'"],
])('%j is refused with a hint', async (args, message) => {
  const { said, code } = await ended(begin(...args))
  expect(said).toContain(message)
  expect(said).toContain('See --help.')
  expect(code).toBe(1)
})

test('does not touch a file that is not its own', async () => {
  const file = join(folder, 'letter.txt')
  writeFileSync(file, 'Dear Hanako, this is a letter and not a database at all.'.repeat(40))
  const { said, code } = await ended(begin('--port', '0', '--storage', file))
  expect(said).toContain('it is not a database of a local user pool.')
  expect(code).toBe(1)
})

test('runs the triggers of a module in TypeScript', async () => {
  const file = join(folder, 'triggers.ts')
  writeFileSync(
    file,
    `export const PreSignUp = (event: { request: object }) => {
      throw new Error('nobody today')
    }`,
  )
  const child = begin('--port', '0', '--triggers', file)
  const address = await ready(child)
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.SignUp' },
    body: JSON.stringify({
      ClientId: exampleSeed.clientId,
      Username: 'new@example.com',
      Password: 'Genkan-2026',
      UserAttributes: [{ Name: 'name', Value: '花子' }],
    }),
  })
  expect(await response.json()).toEqual({
    __type: 'UserLambdaValidationException',
    message: 'PreSignUp failed with error nobody today.',
  })
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await exit).toEqual([0, null])
})

test.each([
  [
    'export const PreSingUp = (event) => event',
    'exports PreSingUp, which is no trigger. There are: PreSignUp,',
  ],
  ['export const PreSignUp =', 'cannot be loaded:'],
])('does not start on triggers that cannot run: %s', async (source, message) => {
  const file = join(folder, `${message.length}.mjs`)
  writeFileSync(file, source)
  const { said, code } = await ended(begin('--port', '0', '--triggers', file))
  expect(said).toContain(`${file}`)
  expect(said).toContain(message)
  expect(said).not.toContain('    at ')
  expect(code).toBe(1)
})

test('--help is the manual', async () => {
  const { said, code } = await ended(begin('--help'))
  expect(said).toContain('--storage memory|FILE')
  expect(code).toBe(0)
})

const template = join(import.meta.dirname, '../definition/fixtures/sam.template.yaml')

test('runs the pools of a template and says which, and what it does not honour', async () => {
  const child = begin(
    '--port',
    '0',
    '--template',
    template,
    '--parameter',
    'Stage=prod',
    '--region',
    'eu-central-1',
  )
  let said = ''
  for await (const chunk of child.stdout) {
    said += chunk
    if (/^Local user pool ready/m.test(said)) break
  }
  expect(said).toMatch(
    /^User pool StaffPool: eu-central-1_[0-9A-Za-z]{9}\n {2}app client StaffClient: [0-9a-z]{26}$/m,
  )
  expect(said).toContain('Mail: is a nested stack, which is not read: name its own template instead')
  expect(said).not.toContain('hanako@example.com')
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
})

test('says which file, resource and property is wrong, and what to do', async () => {
  const file = join(folder, 'broken.json')
  const Properties = { MfaConfiguration: 'PERHAPS' }
  writeFileSync(
    file,
    JSON.stringify({ Resources: { Users: { Type: 'AWS::Cognito::UserPool', Properties } } }),
  )
  const { said, code } = await ended(begin('--port', '0', '--template', file))
  expect(said).toBe(
    `${file}: Users (AWS::Cognito::UserPool): CreateUserPool refuses it. InvalidParameterException: 1 validation error detected: Value 'PERHAPS' at 'mfaConfiguration' failed to satisfy constraint: Member must satisfy enum value set: [OFF, ON, OPTIONAL]\n`,
  )
  expect(code).toBe(1)
})

test.each([
  [['--template', 'none.json'], 'none.json: cannot be read (ENOENT). Check the name.'],
  [['--template', import.meta.filename], 'cli.test.ts: YAML: '],
  [
    ['--template', template, '--parameter', 'Stgae=prod'],
    'Parameters.Stgae: is not in the template, which has: Stage, Origins, Brand.',
  ],
  [['--template', template, '--parameter', 'Stage'], "--parameter takes NAME=VALUE, not 'Stage'."],
  [['--parameter', 'Stage=prod'], '--parameter is about a template; name that with --template.'],
  [['--region', 'Tokyo'], "--region takes a name as in eu-central-1, not 'Tokyo'."],
])('%j does not start', async (args, message) => {
  const { said, code } = await ended(begin('--port', '0', ...args))
  expect(said).toContain(message)
  expect(code).toBe(1)
})
