import type { Answer } from './answers.ts'
import { brokenBody } from './bodies.ts'
import { anyOperation } from './operations.ts'
import { alteredPairs, type Pair, written } from './pairs.ts'
import { endpoint, type Run } from './run.ts'
import type { World } from './world.ts'

const shown = [
  ...[
    '',
    '/',
    '/health',
    '/authority.pem',
    '/console.css',
    '/console.js',
    '/seed',
    '/inbox',
    '/users',
    '/requests',
  ],
  ...['/tokens', '/clock', '/faults', '/identity-provider', '/export', '/nothing', '/%ff', '/__proto__'],
]

interface Sent {
  readonly method: string
  readonly path: string
  readonly query?: readonly Pair[]
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
}

/** One request to what exists only locally. */
export async function anyControl(run: Run, world: World): Promise<void> {
  await run.chance.weighed<(run: Run, world: World) => Promise<unknown>>([
    [8, look],
    [3, moveClock],
    [3, setFaults],
    [5, sendForm],
    [2, discard],
    [0.2, replaceData],
    [0.02, reset],
    [1, uploadToNowhere],
  ])(run, world)
}

function control(run: Run, { method, path, query = [], body, headers = {} }: Sent): Promise<Answer> {
  const search = query.length > 0 ? `?${written(run, query)}` : ''
  return run.send({
    name: `${method} /_local${/^\/[a-z.-]+/.exec(path)?.[0] ?? '/'}`,
    request: () =>
      new Request(`${endpoint}/_local${path}${search}`, {
        method,
        headers,
        redirect: 'manual',
        ...(body !== undefined && { body }),
      }),
    judge: () => [],
    told: () => `${method} /_local${path}${search} ${body}`,
  })
}

/** A request that waits is answered when something comes, which nothing does here. */
const impatient = ([name, value]: Pair): Pair =>
  name === 'wait' && /^\d+$/.test(value) ? [name, '0'] : [name, value]

async function look(run: Run, world: World): Promise<void> {
  const { chance, inputs } = run
  const person = chance.pick(world.people)
  const ofUser = `/users/${encodeURIComponent(chance.pick([world.UserPoolId, 'a']))}/${encodeURIComponent(person?.email ?? 'a')}`
  const path = chance.is(0.1) ? ofUser : chance.pick(shown)
  const query: readonly Pair[] = [
    ['to', inputs.hostileText('a')],
    ['after', chance.pick(['0', '1', '9007199254740993'])],
    ['wait', chance.pick(['0', '61', '-1', '1e1'])],
    ['pool', chance.pick([world.UserPoolId, '__proto__'])],
    ['q', inputs.hostileText('a')],
    ['state', inputs.hostileText('a')],
  ]
  const some = query.filter(() => chance.is(0.3))
  const altered = (some.length > 0 ? alteredPairs(run, some) : some).map(impatient)
  const accept = chance.pick(['text/html', 'application/json', '*/*', 'nonsense'])
  const origin = chance.is(0.1)
    ? { origin: chance.pick(['http://localhost:3000', 'https://evil.example', 'null']) }
    : {}
  await control(run, {
    method: chance.is(0.95) ? 'GET' : 'HEAD',
    path,
    query: altered,
    headers: { accept, ...origin },
  })
}

/** The same document in bytes that are none, now and then. */
function bodyOf(run: Run, document: unknown): Pick<Sent, 'body' | 'headers'> {
  const json = JSON.stringify(run.chance.is(0.6) ? run.inputs.altered(document) : document) ?? ''
  if (run.chance.is(0.8) || json === '') return { body: json }
  const { bytes, headers } = brokenBody(json, run.chance)
  return { body: bytes, headers }
}

async function moveClock(run: Run, world: World): Promise<void> {
  const document = run.chance.pick([
    { now: '2027-01-01T00:00:00Z' },
    { advance: 3600 },
    { advance: -1e9 },
    { now: '9999-12-31T23:59:59Z' },
    { advance: 1e300 },
  ])
  const { status } = await control(run, { method: 'PUT', path: '/clock', ...bodyOf(run, document) })
  if (status >= 400) return
  for (let count = 0; count < 3; count += 1) await anyOperation(run, world)
  await control(run, { method: 'DELETE', path: '/clock' })
}

async function setFaults(run: Run, world: World): Promise<void> {
  const fault = run.chance.pick([
    { kind: 'delay', milliseconds: 1 },
    { kind: 'delay', milliseconds: 60_001 },
    { kind: 'status', status: 503, times: 1 },
    { kind: 'cut', when: 'after' },
    { kind: 'cut', operation: 'GetUser' },
    { kind: 'status', status: 200 },
  ])
  const sent = bodyOf(run, [fault])
  // Nobody has the time for the others.
  const isLong = [...String(sent.body).matchAll(/"milliseconds":(\d+)/g)].some(
    ([, delay]) => Number(delay) > 1 && Number(delay) <= 60_000,
  )
  if (isLong) return
  const { status } = await control(run, { method: 'PUT', path: '/faults', ...sent })
  if (status >= 400) return
  run.faultsAreSet = true
  for (let count = 0; count < 2; count += 1) await anyOperation(run, world)
  await control(run, { method: 'DELETE', path: '/faults' })
  run.faultsAreSet = false
}

async function sendForm(run: Run, world: World): Promise<void> {
  const { chance, inputs } = run
  const person = chance.pick(world.people)
  const [path, form] = chance.pick<() => readonly [string, readonly Pair[]]>([
    () => [
      '/users',
      [
        ['pool', world.UserPoolId],
        ['username', `console${chance.below(30)}@example.com`],
        ['password', 'Genkan-2026'],
      ],
    ],
    () => [
      `/users/${world.UserPoolId}/${encodeURIComponent(person?.email ?? 'a')}`,
      [['action', chance.pick(['confirm', 'expire', 'enable', 'nothing', '__proto__'])]],
    ],
    () => ['/tokens', [['token', inputs.hostileText(run.known.any('access token') ?? 'a.b.c')]]],
    () => ['/clock', [['reset', '1']]],
    () => [
      '/clock',
      [
        ['amount', inputs.hostileText('x')],
        ['unit', inputs.hostileText('days')],
      ],
    ],
    () => [
      '/faults',
      [
        ['kind', 'nothing'],
        ['times', inputs.hostileText('1')],
      ],
    ],
    () => [
      '/identity-provider',
      [
        ['sub', 'a'],
        ['more', inputs.hostileText('{}')],
      ],
    ],
  ])()
  const body = written(run, chance.is(0.6) ? alteredPairs(run, form) : form)
  const type = chance.pick([
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=a',
    'text/plain',
  ])
  await control(run, { method: 'POST', path, body, headers: { 'content-type': type } })
  if (path === '/clock') await control(run, { method: 'DELETE', path: '/clock' })
}

async function discard(run: Run): Promise<void> {
  const { chance, inputs } = run
  const path = chance.pick(['/inbox', '/requests', '/clock', '/faults', '/users', '/export', '/nothing'])
  const query: readonly Pair[] = path === '/inbox' ? [['to', inputs.hostileText('a')]] : []
  await control(run, { method: chance.is(0.8) ? 'DELETE' : 'PATCH', path, query })
}

/** An export that was altered. Where it is taken, requests have to get along with it; then the pool gets back what it had. */
async function replaceData(run: Run, world: World): Promise<void> {
  const kept = await (await run.pool.fetch(new Request(`${endpoint}/_local/export`))).text()
  const { tables, ...rest } = JSON.parse(kept)
  const altered = run.chance.is(0.5) ? { tables: run.inputs.altered(tables), ...rest } : { tables, ...rest }
  const { status } = await control(run, { method: 'PUT', path: '/import', ...bodyOf(run, altered) })
  if (status >= 400) return
  for (let count = 0; count < 5; count += 1) await anyOperation(run, world)
  await control(run, { method: 'PUT', path: '/import', body: kept })
}

async function reset(run: Run): Promise<void> {
  const kept = await (await run.pool.fetch(new Request(`${endpoint}/_local/export`))).text()
  await control(run, { method: 'POST', path: '/reset' })
  await control(run, { method: 'PUT', path: '/import', body: kept })
}

async function uploadToNowhere(run: Run): Promise<void> {
  const { inputs, chance } = run
  const id = encodeURIComponent(inputs.hostileText('import-a').toWellFormed())
  await control(run, {
    method: 'PUT',
    path: `/import-jobs/${id.slice(0, 500)}`,
    body: chance.is(0.5) ? 'a,b\n1,2' : inputs.hostileText('a'),
  })
}
