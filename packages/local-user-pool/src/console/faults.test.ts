import { beforeEach, describe, expect, test } from 'vitest'
import { createLocalUserPool, type LocalUserPool } from '../pool.ts'
import { model } from '../protocol/model.ts'
import { exampleSeed } from '../seed.ts'
import { type TestPool, testPassword, testPool } from '../test-pool.ts'
import { ConnectionCutError } from './faults.ts'

const address = 'http://localhost:9339'
const email = 'hanako@example.com'

const bugs: unknown[] = []
let pool: LocalUserPool
beforeEach(() => {
  bugs.length = 0
  pool = createLocalUserPool({ seed: exampleSeed, onBug: (...bug) => bugs.push(bug) })
  return () => expect(bugs).toEqual([])
})

const put = (body: string, { fetch }: Pick<LocalUserPool, 'fetch'> = pool) =>
  fetch(new Request(`${address}/_local/faults`, { method: 'PUT', body }))

async function set(faults: readonly object[], of: Pick<LocalUserPool, 'fetch'> = pool): Promise<void> {
  expect((await put(JSON.stringify(faults), of)).status).toBe(200)
}

const listed = async () => (await pool.fetch(new Request(`${address}/_local/faults`))).json()
const struck = async () => ((await listed()) as { struck: number }[]).map((fault) => fault.struck)

const call = (name: string, input: object, signal?: AbortSignal) =>
  pool.fetch(
    new Request(address, {
      method: 'POST',
      headers: { 'x-amz-target': `${model.service}.${name}`, origin: 'http://localhost:3000' },
      body: JSON.stringify(input),
      ...(signal && { signal }),
    }),
  )

const { clientId: ClientId } = exampleSeed
const signUp = () =>
  call('SignUp', {
    ClientId,
    Username: 'new@example.com',
    Password: testPassword,
    UserAttributes: [{ Name: 'name', Value: '山田 花子' }],
  })
const signIn = (signal?: AbortSignal) =>
  call('InitiateAuth', { ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters: { USERNAME: email } }, signal)
/** An operation that is refused, which shows that it has run. */
const confirm = () =>
  call('ConfirmSignUp', { ClientId, Username: 'new@example.com', ConfirmationCode: '000000' })

const exceptionOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { __type?: string }).__type,
]

describe('a status is answered in the place of the operation', () => {
  test.each([
    [400, 'TooManyRequestsException', 'Rate exceeded'],
    [429, 'TooManyRequestsException', 'Rate exceeded'],
    [500, 'InternalErrorException', 'Internal error.'],
  ])('%d as the exception %s', async (status, __type, message) => {
    await set([{ kind: 'status', status }])
    const response = await signUp()
    expect(response.status).toBe(status)
    expect(response.headers.get('x-amzn-errortype')).toBe(`${__type}:`)
    expect(response.headers.get('x-amzn-requestid')).not.toBeNull()
    expect(await response.json()).toEqual({ __type, message })
  })

  test('503 with nothing in it', async () => {
    await set([{ kind: 'status', status: 503 }])
    const response = await signUp()
    expect([response.status, await response.text()]).toEqual([503, ''])
  })

  test.each([429, 500, 503])('%d with the CORS headers of any other answer', async (status) => {
    const cors = (response: Response) =>
      [...response.headers].filter(([name]) => name.startsWith('access-control-'))
    const usual = cors(await confirm())
    await set([{ kind: 'status', status }])
    expect(cors(await confirm())).toEqual(usual)
    expect(usual).not.toEqual([])
  })
})

test('a fault strikes the operation that it names, or any', async () => {
  await set([
    { operation: 'SignUp', kind: 'status', status: 500 },
    { kind: 'status', status: 429 },
  ])
  expect((await signUp()).status).toBe(500)
  expect((await confirm()).status).toBe(429)
  expect(await struck()).toEqual([1, 1])
})

test('faults strike in the order of the list, each as often as it says', async () => {
  await set([
    { kind: 'delay', milliseconds: 1 },
    { kind: 'status', status: 500, times: 2 },
    { kind: 'status', status: 503, times: 1 },
  ])
  const answers = []
  for (let count = 0; count < 4; count += 1) answers.push((await confirm()).status)
  expect(answers).toEqual([500, 500, 503, 400])
  expect(await struck()).toEqual([4, 2, 1])
})

test('of many requests at once it strikes no more than it says', async () => {
  await set([{ kind: 'status', status: 429, times: 2 }])
  const answers = await Promise.all(Array.from({ length: 5 }, confirm))
  expect(answers.map(({ status }) => status).sort()).toEqual([400, 400, 400, 429, 429])
})

test('a cut rejects: before the operation nothing is done, after it everything', async () => {
  await set([
    { operation: 'SignUp', kind: 'cut', times: 1 },
    { operation: 'SignUp', kind: 'cut', when: 'after', times: 1 },
  ])
  await expect(signUp()).rejects.toThrow(ConnectionCutError)
  await expect(signUp()).rejects.toThrow(ConnectionCutError)
  expect(await struck()).toEqual([1, 1])
  expect(await exceptionOf(await signUp())).toEqual([400, 'UsernameExistsException'])
})

test('an answer that is lost after a rotation has used up the refresh token', async () => {
  const rotating: TestPool = await testPool(
    {},
    {
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
    },
  )
  await rotating.confirmedUser(email)
  const { RefreshToken } = await rotating.tokens(email)
  const refresh = { ClientId: rotating.clientId, RefreshToken }
  const lost = { operation: 'GetTokensFromRefreshToken', kind: 'status', status: 500, times: 1 }
  await set([lost], rotating)
  expect(await rotating.attempt('GetTokensFromRefreshToken', refresh)).toMatch(/^InternalErrorException/)
  const { AuthenticationResult } = await rotating.call('GetTokensFromRefreshToken', refresh)

  const next = { ...refresh, RefreshToken: AuthenticationResult?.RefreshToken ?? '' }
  await set([{ ...lost, when: 'after' }], rotating)
  expect(await rotating.attempt('GetTokensFromRefreshToken', next)).toMatch(/^InternalErrorException/)
  expect(await rotating.attempt('GetTokensFromRefreshToken', next)).toMatch(/^RefreshTokenReuseException/)
})

describe('a delay', () => {
  const longest = { operation: 'InitiateAuth', kind: 'delay', milliseconds: 60_000 }

  test('holds what it strikes while others overtake, until the client goes away', async () => {
    await set([longest])
    const client = new AbortController()
    const ended: string[] = []
    const held = signIn(client.signal).finally(() => ended.push('sign-in'))
    const other = confirm().finally(() => ended.push('confirmation'))
    expect((await other).status).toBe(400)
    expect(await struck()).toEqual([1])
    client.abort()
    await expect(held).rejects.toThrow(ConnectionCutError)
    expect(ended).toEqual(['confirmation', 'sign-in'])
  })

  test('lets the operation answer when it is over', async () => {
    await set([{ ...longest, milliseconds: 2 }])
    expect(await exceptionOf(await signIn())).toEqual([400, 'InvalidParameterException'])
  })

  test('after the operation holds an answer to work that is done', async () => {
    await set([{ ...longest, operation: 'SignUp', when: 'after' }])
    const held = signUp()
    // The code is sent as part of the work.
    await new Promise<void>((sent) => pool.onDelivery(() => sent()))
    expect(await exceptionOf(await confirm())).toEqual([400, 'CodeMismatchException'])
    pool.close()
    await expect(held).rejects.toThrow(ConnectionCutError)
  })

  test('ends when the pool closes', async () => {
    await set([longest])
    const held = signIn()
    pool.close()
    await expect(held).rejects.toThrow(ConnectionCutError)
  })
})

test('strikes neither the keys, the discovery, a preflight nor what is local', async () => {
  await set([{ kind: 'cut' }])
  const { userPoolId } = exampleSeed
  const paths = ['jwks.json', 'openid-configuration'].map((name) => `/${userPoolId}/.well-known/${name}`)
  for (const path of [...paths, '/_local/inbox', '/_local/seed']) {
    expect((await pool.fetch(new Request(address + path))).status).toBe(200)
  }
  expect((await pool.fetch(new Request(address, { method: 'OPTIONS' }))).status).toBe(200)
  expect(await struck()).toEqual([0])
})

test('shows what is set, replaces it by the next list, and removes all of it', async () => {
  expect(await listed()).toEqual([])
  const cut = { kind: 'cut', when: 'after', times: 3 }
  await set([{ operation: 'SignUp', kind: 'status', status: 500 }])
  const response = await put(JSON.stringify([cut]))
  expect(await response.json()).toEqual([{ ...cut, struck: 0 }])
  expect(await listed()).toEqual([{ ...cut, struck: 0 }])
  const removed = await pool.fetch(new Request(`${address}/_local/faults`, { method: 'DELETE' }))
  expect(removed.status).toBe(204)
  expect(await listed()).toEqual([])
  expect((await confirm()).status).toBe(400)
})

const noList = 'The body must be a JSON list of faults, such as [{ "kind": "cut" }].'
const operation =
  'it must be an operation of the API, such as InitiateAuth, or an endpoint, such as /oauth2/token.'
const milliseconds = 'it must be a whole number from 1 to 60000.'

test.each([
  ['', noList],
  ['[{', noList],
  ['{ "kind": "cut" }', noList],
  ['[null]', 'faults[0].kind is missing; it must be one of delay, status, cut.'],
  ['[{ "kind": "cut" }, 1]', 'faults[1].kind is missing; it must be one of delay, status, cut.'],
  ['[{ "kind": "slow" }]', 'faults[0].kind is "slow"; it must be one of delay, status, cut.'],
  ['[{ "kind": "toString" }]', 'faults[0].kind is "toString"; it must be one of delay, status, cut.'],
  ['[{ "kind": "cut", "operation": "Refresh" }]', `faults[0].operation is "Refresh"; ${operation}`],
  ['[{ "kind": "cut", "operation": "toString" }]', `faults[0].operation is "toString"; ${operation}`],
  ['[{ "kind": "cut", "operation": ["SignUp"] }]', `faults[0].operation is ["SignUp"]; ${operation}`],
  ['[{ "kind": "cut", "times": 0 }]', 'faults[0].times is 0; it must be a whole number from 1.'],
  ['[{ "kind": "cut", "times": "2" }]', 'faults[0].times is "2"; it must be a whole number from 1.'],
  ['[{ "kind": "cut", "when": "during" }]', 'faults[0].when is "during"; it must be one of before, after.'],
  ['[{ "kind": "cut", "time": 2 }]', 'faults[0].time is unknown; a cut has kind, operation, when, times.'],
  [
    '[{ "kind": "cut", "__proto__": {} }]',
    'faults[0].__proto__ is unknown; a cut has kind, operation, when, times.',
  ],
  [
    '[{ "kind": "delay", "status": 500, "milliseconds": 1 }]',
    'faults[0].status is unknown; a delay has kind, milliseconds, operation, when, times.',
  ],
  ['[{ "kind": "delay" }]', `faults[0].milliseconds is missing; ${milliseconds}`],
  ['[{ "kind": "delay", "milliseconds": 60001 }]', `faults[0].milliseconds is 60001; ${milliseconds}`],
  ['[{ "kind": "delay", "milliseconds": 0.5 }]', `faults[0].milliseconds is 0.5; ${milliseconds}`],
  ['[{ "kind": "status" }]', 'faults[0].status is missing; it must be one of 400, 429, 500, 503.'],
  ['[{ "kind": "status", "status": 404 }]', 'faults[0].status is 404; it must be one of 400, 429, 500, 503.'],
])('refuses %s and changes nothing', async (body, message) => {
  await set([{ kind: 'cut' }])
  const response = await put(body)
  expect([response.status, await response.text()]).toEqual([400, message])
  expect(await listed()).toEqual([{ kind: 'cut', struck: 0 }])
})

test('no page of another origin can set them', async () => {
  const preflight = await pool.fetch(
    new Request(`${address}/_local/faults`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'PUT' },
    }),
  )
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
  const rebound = new Request('http://evil.example:9339/_local/faults', { method: 'PUT', body: '[]' })
  expect((await pool.fetch(rebound)).status).toBe(403)
})

describe('an endpoint of OAuth 2.0 is struck by its path', () => {
  const token = () =>
    pool.fetch(
      new Request(`${address}/oauth2/token`, {
        method: 'POST',
        headers: { origin: 'http://localhost:3000' },
        body: new URLSearchParams({ client_id: ClientId, grant_type: 'nonsense' }),
      }),
    )

  test('with a status that a page may read, and the API is not', async () => {
    await set([{ operation: '/oauth2/token', kind: 'status', status: 500, times: 1 }])
    expect((await signIn()).status).not.toBe(500)
    const response = await token()
    expect(response.status).toBe(500)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect((await token()).status).toBe(400)
  })

  test('with a cut', async () => {
    await set([{ operation: '/oauth2/token', kind: 'cut' }])
    await expect(token()).rejects.toThrow(ConnectionCutError)
  })
})
