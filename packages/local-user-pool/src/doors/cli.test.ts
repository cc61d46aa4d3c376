import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, test } from 'vitest'
import { authorityOf } from '../domain/authority.ts'
import { exampleSeed } from '../seed.ts'
import { Database } from '../storage/database.ts'
import { KeyTable } from '../storage/keys.ts'
import { startLocalUserPool } from './http.ts'

const folder = mkdtempSync(join(tmpdir(), 'local-user-pool-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Ended {
  readonly said: string
  readonly code: number | null
}

const begin = (...args: string[]) => beginWith({}, ...args)

function beginWith(
  environment: Readonly<Record<string, string>>,
  ...args: string[]
): ChildProcessWithoutNullStreams {
  const env = { ...process.env, ...environment }
  return spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...args], { env })
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
  return /^Local user pool ready at (\S+)$/m.exec(await saidUntilReady(child))?.[1] ?? ''
}

/** Waits for the readiness line; answers all that was said up to it. */
async function saidUntilReady(child: ChildProcessWithoutNullStreams): Promise<string> {
  let said = ''
  for await (const chunk of child.stdout) {
    said += chunk
    if (/^Local user pool ready at \S+\n$/m.test(said)) return said
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
  const { port } = new URL(other.url)
  expect(said).toBe(`Port ${port} is taken. End what listens there, or name another with --port.\n`)
  expect(code).toBe(1)
})

test('says that the port for https is taken, and which it is', async () => {
  const other = await startLocalUserPool({ port: 0 })
  const { port } = new URL(other.url)
  const { said, code } = await ended(begin('--port', '0', '--https-port', port))
  await other.close()
  expect(said).toBe(`Port ${port} is taken. End what listens there, or name another with --https-port.\n`)
  expect(code).toBe(1)
})

test('serves https where it is asked to, and says whose certificates to trust', async () => {
  const child = beginWith({ LOCAL_USER_POOL_HTTPS_PORT: '0' }, '--port', '0')
  const said = await saidUntilReady(child)
  expect(said).toMatch(/^By https: https:\/\/localhost:\d+$/m)
  expect(said).toMatch(/^ {2}Its certificates are of "Genkan local user pool \d{4}-\d\d-\d\d"\./m)
  expect(said).toMatch(/^ {2}http:\/\/localhost:\d+\/_local\/authority\.pem$/m)
  expect(said).not.toContain('trust it instead')
  child.kill()
})

test('says that an authority that was about to expire has been followed by another', async () => {
  const file = join(folder, 'nine-years-old.sqlite')
  const database = new Database({ file })
  authorityOf(new KeyTable(database), () => Date.now() - 9.5 * 365 * 24 * 60 * 60 * 1000)
  database.close()
  const child = begin('--port', '0', '--https-port', '0', '--storage', file)
  const said = await saidUntilReady(child)
  expect(said).toContain('the one that was kept with the data is about to expire: trust it instead.')
  child.kill()
})

test('--json tells the address by https and the authority, and nothing of its key', async () => {
  const child = begin('--port', '0', '--https-port', '0', '--json')
  const { value = '' } = await createInterface(child.stdout)[Symbol.asyncIterator]().next()
  expect(JSON.parse(value)).toEqual({
    time: expect.any(String),
    level: 'info',
    event: 'ready',
    url: expect.stringMatching(/^http:/),
    httpsUrl: expect.stringMatching(/^https:\/\/localhost:\d+$/),
    authority: { name: expect.stringMatching(/^Genkan local user pool /), state: 'new' },
  })
  child.kill()
})

test('says that an address to listen at is not of this machine', async () => {
  // Of a range that is kept for documents (RFC 5737).
  const { said, code } = await ended(begin('--port', '0', '--host', '203.0.113.1'))
  expect(said).toBe('This machine does not have the address of --host.\n')
  expect(code).toBe(1)
})

test.each([
  [['--port', 'web'], "--port takes a number from 0 to 65535, not 'web'."],
  [['--port', '70000'], "--port takes a number from 0 to 65535, not '70000'."],
  [['--https-port', 'on'], "--https-port takes a number from 0 to 65535, not 'on'."],
  [['--port', '9443', '--https-port', '9443'], '--port and --https-port must differ.'],
  [['--storage', ''], "--storage takes `memory` or the name of a file, not ''."],
  [['--fixed-code', '1234'], "--fixed-code takes 6 to 8 digits, not '1234'."],
  [
    ['--endpoint', 'cognito:9339/'],
    "--endpoint takes a URL without a slash at its end, not 'cognito:9339/'.",
  ],
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
  expect(said).toContain('it is not a database of a local user pool. Name another file.')
  expect(code).toBe(1)
})

test('the environment settles what no flag does', async () => {
  const environment = { LOCAL_USER_POOL_PORT: '0', LOCAL_USER_POOL_SEED: 'none', LOCAL_USER_POOL_JSON: '0' }
  const child = beginWith(environment, '--seed', 'example')
  const address = await ready(child)
  const { users } = (await (await fetch(`${address}/_local/seed`)).json()) as { users: unknown[] }
  expect(users).toHaveLength(5)
  child.kill()
  const refused = await ended(beginWith({ LOCAL_USER_POOL_PORT: 'tcp://10.0.0.1:80' }))
  expect(refused.said).toBe(
    "LOCAL_USER_POOL_PORT takes a number from 0 to 65535, not 'tcp://10.0.0.1:80'.\nSee --help.\n",
  )
})

describe('a seed of a file', () => {
  const file = join(folder, 'seed.json')
  const [hanako] = exampleSeed.users

  test('is what the pool begins with, and every code is the fixed one', async () => {
    const user = { ...hanako, state: 'unconfirmed' }
    writeFileSync(file, JSON.stringify({ ...exampleSeed, users: [user] }))
    const child = begin('--port', '0', '--seed', file, '--fixed-code', '246810')
    const response = await fetch(`${await ready(child)}/_local/inbox`)
    expect(await response.json()).toMatchObject({ items: [{ destination: hanako?.email, secret: '246810' }] })
    child.kill()
  })

  test('that cannot be used is refused with the place of what is wrong', async () => {
    writeFileSync(file, JSON.stringify({ ...exampleSeed, users: [hanako, { ...hanako, state: 'asleep' }] }))
    const { said, code } = await ended(begin('--port', '0', '--seed', file))
    expect(said).toBe(
      `The seed ${file} cannot be used: users[1].state must be one of confirmed, unconfirmed, temporary-password, reset-required, disabled.\n`,
    )
    expect(code).toBe(1)
  })

  test('that Cognito would refuse is refused in its words', async () => {
    writeFileSync(file, JSON.stringify({ ...exampleSeed, users: [hanako, hanako] }))
    const { said } = await ended(begin('--port', '0', '--seed', file))
    expect(said).toBe(
      'The seed cannot be used: users[1] (hanako@example.com) is refused: An account with the email already exists.\n',
    )
  })

  test('that is not there is said to be so', async () => {
    const { said } = await ended(begin('--seed', join(folder, 'none.json')))
    expect(said).toContain('none.json cannot be used: ENOENT')
  })
})

test('--json writes each event as a line of JSON, without codes and passwords', async () => {
  const child = begin('--port', '0', '--json', '--fixed-code', '246810')
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const next = async () => JSON.parse((await lines.next()).value ?? '')
  const { url, ...event } = await next()
  expect(event).toEqual({ time: expect.stringMatching(/^\d{4}-.*Z$/), level: 'info', event: 'ready' })
  await fetch(url, {
    method: 'POST',
    headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.ForgotPassword' },
    body: JSON.stringify({ ClientId: exampleSeed.clientId, Username: 'hanako@example.com' }),
  })
  const said = [await next(), await next()]
  expect(said).toContainEqual({
    time: expect.any(String),
    level: 'info',
    event: 'delivery',
    medium: 'EMAIL',
    destination: 'hanako@example.com',
    kind: 'reset',
  })
  expect(said).toContainEqual({
    time: expect.any(String),
    level: 'info',
    event: 'request',
    operation: 'ForgotPassword',
    about: { user: 'hanako@example.com', client: exampleSeed.clientId },
    outcome: 'ok',
    detail: '',
  })
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await next()).toMatchObject({ event: 'ended' })
  expect(await exit).toEqual([0, null])
})

test('--json tells of a failure in JSON, too', async () => {
  const other = await startLocalUserPool({ port: 0 })
  const { said, code } = await ended(begin('--port', new URL(other.url).port, '--json'))
  await other.close()
  expect(JSON.parse(said)).toMatchObject({
    level: 'error',
    event: 'failed',
    message: expect.stringMatching(/^Port \d+ is taken\./),
  })
  expect(code).toBe(1)
})

test('ends at once although somebody waits for an answer', async () => {
  const child = begin('--port', '0')
  const address = await ready(child)
  const waiting = fetch(`${address}/_local/inbox?to=nobody@example.com&wait=60`)
  const cut = expect(waiting).rejects.toThrow()
  await fetch(`${address}/_local/health`)
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await cut
  expect(await exit).toEqual([0, null])
})

test('is reached where --endpoint says, and says so in its discovery document', async () => {
  const child = begin('--port', '0', '--endpoint', 'http://cognito:9339')
  const address = await ready(child)
  const response = await fetch(`${address}/${exampleSeed.userPoolId}/.well-known/openid-configuration`)
  expect(await response.json()).toMatchObject({ issuer: `http://cognito:9339/${exampleSeed.userPoolId}` })
  child.kill()
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

test('--help is the manual: every flag with its variable', async () => {
  const { said, code } = await ended(begin('--help'))
  for (const [flag, variable] of [
    ['--port N', 'PORT'],
    ['--https-port N', 'HTTPS_PORT'],
    ['--storage memory|FILE', 'STORAGE'],
    ['--seed example|none|FILE', 'SEED'],
    ['--fixed-code DIGITS', 'FIXED_CODE'],
    ['--template FILE', 'TEMPLATE'],
    ['--parameter NAME=VALUE', 'PARAMETER'],
    ['--from-cognito-local FOLDER', 'FROM_COGNITO_LOCAL'],
    ['--triggers FILE', 'TRIGGERS'],
    ['--lambda-endpoint URL', 'LAMBDA_ENDPOINT'],
    ['--json', 'JSON'],
  ]) {
    expect(said).toMatch(
      new RegExp(`^ {2}${flag?.replaceAll('|', '\\|')} +LOCAL_USER_POOL_${variable}$`, 'm'),
    )
  }
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
  const said = await saidUntilReady(child)
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

describe('the folder of cognito-local', () => {
  const cognitoLocal = join(import.meta.dirname, '../cognito-local/fixtures/shop-and-office')

  test('is what the pool begins with, and what is not as it was there is told, without passwords', async () => {
    const child = begin('--port', '0', '--from-cognito-local', cognitoLocal)
    let said = ''
    for await (const chunk of child.stdout) {
      said += chunk
      if (/^Local user pool ready/m.test(said)) break
    }
    const [, address] = /^Local user pool ready at (\S+)$/m.exec(said) ?? []
    expect(said).toContain('User pool shop: local_1BhG3oEn\n  app client web: alqfnit3p7xnr58muygyv4l5c\n')
    expect(said).toContain('What is not as it was in cognito-local:\n')
    expect(said).not.toContain('Genkan-2026')
    const response = await fetch(`${address}/`, {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth' },
      body: JSON.stringify({
        ClientId: 'alqfnit3p7xnr58muygyv4l5c',
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'hanako@example.com', PASSWORD: 'Genkan-2026' },
      }),
    })
    expect(await response.json()).toMatchObject({ AuthenticationResult: { TokenType: 'Bearer' } })
    child.kill()
  })

  test('that cannot be used is refused with the file that is wrong, and nothing is left behind', async () => {
    const broken = join(folder, '.cognito')
    mkdirSync(join(broken, 'db'), { recursive: true })
    writeFileSync(
      join(broken, 'db/local_Pool.json'),
      '{ "Users": { "hanako": { "Password": "Genkan-2026" } } }',
    )
    const storage = join(folder, 'untouched.sqlite')
    const { said, code } = await ended(
      begin('--port', '0', '--storage', storage, '--from-cognito-local', broken),
    )
    expect(said).toBe(`${broken}: db/local_Pool.json: Users.hanako.Username is missing.\n`)
    expect(code).toBe(1)
    expect(existsSync(storage)).toBe(false)
  })

  test.each([
    [
      ['--seed', 'example'],
      "--from-cognito-local says what there is to begin with, and excludes the seed 'example'.",
    ],
    [
      ['--template', template],
      '--template and --from-cognito-local each say what there is to begin with. Give one.',
    ],
  ])('goes not together with %j', async (args, message) => {
    const { said, code } = await ended(begin('--port', '0', '--from-cognito-local', cognitoLocal, ...args))
    expect(said).toBe(`${message}\nSee --help.\n`)
    expect(code).toBe(1)
  })
})

test('takes parameters from the environment, one a line, and tells of the pools in JSON without secrets', async () => {
  const file = join(folder, 'parameters.json')
  writeFileSync(
    file,
    JSON.stringify({
      Parameters: { Name: { Type: 'String' }, Stage: { Type: 'String' } },
      Resources: {
        Users: {
          Type: 'AWS::Cognito::UserPool',
          Properties: { UserPoolName: { 'Fn::Join': ['-', [{ Ref: 'Name' }, { Ref: 'Stage' }]] } },
        },
        Web: {
          Type: 'AWS::Cognito::UserPoolClient',
          Properties: { UserPoolId: { Ref: 'Users' }, GenerateSecret: true },
        },
      },
    }),
  )
  const environment = { LOCAL_USER_POOL_PARAMETER: 'Name=my shop\nStage=a=b\n' }
  const child = beginWith(environment, '--port', '0', '--template', file, '--json')
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const { url, pools } = JSON.parse((await lines.next()).value ?? '')
  const clients = [{ logicalId: 'Web', clientId: expect.stringMatching(/^[0-9a-z]{26}$/) }]
  expect(pools).toEqual([{ logicalId: 'Users', userPoolId: expect.any(String), clients }])
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'x-amz-target': 'AWSCognitoIdentityProviderService.DescribeUserPool',
      authorization: 'AWS4-HMAC-SHA256',
    },
    body: JSON.stringify({ UserPoolId: pools[0].userPoolId }),
  })
  expect(await response.json()).toMatchObject({ UserPool: { Name: 'my shop-a=b' } })
  child.kill()
})

test.each([
  [['--template', 'none.json'], 'none.json: cannot be read (ENOENT). Check the name.'],
  [['--template', import.meta.filename], 'cli.test.ts: YAML: '],
  [
    ['--template', template, '--parameter', 'Stgae=prod'],
    'Parameters.Stgae: is not in the template, which has: Stage, Origins, Brand.',
  ],
  [['--template', template, '--parameter', 'Stage'], "--parameter takes NAME=VALUE, not 'Stage'."],
  [
    ['--template', template, '--seed', 'example'],
    "--template says what there is to begin with, and excludes the seed 'example'.",
  ],
  [['--parameter', 'Stage=prod'], '--parameter is about a template; name that with --template.'],
  [['--region', 'Tokyo'], "--region takes a name as in eu-central-1, not 'Tokyo'."],
])('%j does not start', async (args, message) => {
  const { said, code } = await ended(begin('--port', '0', ...args))
  expect(said).toContain(message)
  expect(code).toBe(1)
})
