import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createLocalUserPool, exampleSeed } from '@genkan/local-user-pool'
import { call, local } from './calls.ts'
import { countsOf, damages } from './database-file.ts'
import { startPool } from './pool-process.ts'
import { median } from './separation.ts'
import type { Reading } from './soak-gauge.ts'
import { code, passThrough, regulars, type Visit } from './soak-people.ts'
import type { Trial } from './trial.ts'

const mebibyte = 1024 * 1024
const day = 24 * 60 * 60

/** Seconds; and by how much the second half may end above its beginning. The quick form sees only what is gross. */
const sizes = {
  quick: { seconds: 12, epochs: 3, readEvery: 1, connections: 2, pause: 0.1, heap: 4, rss: 32, delay: 50 },
  whole: {
    seconds: 1800,
    epochs: 10,
    readEvery: 5,
    connections: 4,
    pause: 0.02,
    heap: 4,
    rss: 32,
    delay: 20,
  },
}

/** A refresh token ends after thirty days, an access token up to a day later. */
const epochDays = 32

/** What ends by itself. */
const ending = [
  'sign_ins',
  'refresh_tokens',
  'challenges',
  'codes',
  'login_sessions',
  'attempts',
  'failures',
] as const

/**
 * Mixed traffic for a long time, with the pool's own faults, while months go by: no leak, no later event loop, and all
 * that has ended is swept. SOAK_MINUTES makes the whole form shorter or longer.
 */
export const trial: Trial = async (size) => {
  const { SOAK_MINUTES: minutes } = process.env
  const wanted = sizes[size]
  const { epochs, readEvery, connections, pause } = wanted
  const seconds = size === 'whole' && minutes !== undefined ? Number(minutes) * 60 : wanted.seconds
  const folder = mkdtempSync(join(tmpdir(), 'soak-'))
  const file = join(folder, 'pool.sqlite')
  const seed = join(folder, 'seed.json')
  writeFileSync(seed, JSON.stringify(soakSeed))
  const pool = startPool(['--storage', file, '--seed', seed, '--fixed-code', code], {
    node: ['--expose-gc', '--import', join(import.meta.dirname, 'soak-gauge.ts')],
    speaks: true,
  })
  try {
    const url = await pool.ready
    const pages = await clientOfThePages(url)
    const faults = new Set<string>()
    const seen: Visit[] = []
    const readings: Reading[] = []
    const rows: number[] = []
    const bytes: number[] = []
    const rowsNow = () => Object.values(countsOf(file, ending)).reduce((sum, count) => sum + count, 0)
    const read = async () => {
      const answer = once(pool.child, 'message')
      pool.child.send('read')
      const [reading] = await answer
      readings.push(reading as Reading)
    }
    const begun = performance.now()
    const isOver = (epoch: number) => performance.now() - begun > ((epoch + 1) * seconds * 1000) / epochs

    for (let epoch = 0; epoch < epochs; epoch += 1) {
      const connection = async () => {
        while (!isOver(epoch)) {
          const visit = await passThrough(url, pages)
          seen.push(visit)
          if (visit.fault !== undefined) faults.add(visit.fault)
          await setTimeout(pause * 1000)
        }
      }
      const observer = async () => {
        while (!isOver(epoch)) {
          await setTimeout(readEvery * 1000)
          await read()
          await local(url, 'PUT', 'faults', someFaults())
        }
      }
      await Promise.all([observer(), ...Array.from({ length: connections }, connection)])
      await local(url, 'DELETE', 'faults')
      const { items } = (await local(url, 'GET', 'requests')) as { items: unknown[] }
      if (items.length > 200) faults.add(`The console remembers ${items.length} requests.`)
      rows.push(rowsNow())
      bytes.push(statSync(file).size)
      await local(url, 'PUT', 'clock', { advance: epochDays * day })
    }
    if (pool.complaints() !== '') faults.add(`The pool complained: ${pool.complaints().slice(0, 2000)}`)
    await deleteVisitors(url)
    const elapsed = (performance.now() - begun) / 1000
    await pool.end()

    const left = await sweptLater(file, (epochs + 1) * epochDays)
    for (const [table, count] of Object.entries(left)) {
      if (count > 0) faults.add(`${count} rows of ${table} are not swept when they have ended.`)
    }
    for (const damage of damages(file)) faults.add(damage)
    const isSwept = rows.some((count, index) => count < (rows[index - 1] ?? 0))
    // It sweeps by itself every ten minutes.
    if (elapsed > 25 * 60 && !isSwept) faults.add('Nothing was swept while it ran.')

    const [first, second] = [readings.slice(0, readings.length / 2), readings.slice(readings.length / 2)]
    const growth = {
      heap: (slope(second.map(({ heap }) => heap)) * second.length) / mebibyte,
      rss: (slope(second.map(({ rss }) => rss)) * second.length) / mebibyte,
      delay: median(second.map(({ delay }) => delay)) - 2 * median(first.map(({ delay }) => delay)),
    }
    for (const name of ['heap', 'rss', 'delay'] as const) {
      if (growth[name] > wanted[name]) {
        faults.add(
          `${name} grows by ${growth[name].toFixed(1)} in the second half, more than ${wanted[name]}.`,
        )
      }
    }
    const mib = (value: number) => Number((value / mebibyte).toFixed(1))
    const struck = seen.filter((visit) => visit.struck).length
    return {
      figures: [
        { what: 'minutes', count: Number((elapsed / 60).toFixed(1)) },
        { what: 'visits', count: seen.length },
        { what: '… of which ended by an injected fault', count: struck },
        { what: 'days gone by', count: epochs * epochDays },
        {
          what: 'heap after collection, MiB, median of the first half',
          count: mib(median(first.map(({ heap }) => heap))),
        },
        { what: '… of the second', count: mib(median(second.map(({ heap }) => heap))) },
        { what: 'growth of the heap in the second half, MiB', count: Number(growth.heap.toFixed(2)) },
        { what: 'RSS, MiB, median of the first half', count: mib(median(first.map(({ rss }) => rss))) },
        { what: '… of the second', count: mib(median(second.map(({ rss }) => rss))) },
        { what: 'growth of the RSS in the second half, MiB', count: Number(growth.rss.toFixed(2)) },
        {
          what: 'event loop late, ms, median of the first half',
          count: Number(median(first.map(({ delay }) => delay)).toFixed(2)),
        },
        { what: '… of the second', count: Number(median(second.map(({ delay }) => delay)).toFixed(2)) },
        { what: 'rows of what ends, at most', count: Math.max(...rows) },
        { what: '… at the end of each epoch', count: rows.join(' ') },
        { what: '… a month later', count: Object.values(left).reduce((sum, rest) => sum + rest, 0) },
        { what: 'file, MiB, at the end of each epoch', count: bytes.map(mib).join(' ') },
      ],
      faults: [...faults],
    }
  } finally {
    await pool.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One without ALLOW_USER_AUTH, for which the pages ask for name and password at once. */
async function clientOfThePages(url: string): Promise<string> {
  const { userPoolId: UserPoolId, client } = exampleSeed
  const ExplicitAuthFlows = ['ALLOW_USER_SRP_AUTH']
  const { body } = await call(url, 'CreateUserPoolClient', { ...client, UserPoolId, ExplicitAuthFlows })
  return body.UserPoolClient?.ClientId ?? ''
}

const soakSeed = {
  ...exampleSeed,
  mfa: { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } },
  client: {
    ...exampleSeed.client,
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH'],
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
  },
  users: regulars.map((person) => ({
    ...person,
    state: 'confirmed' as const,
    attributes: { name: '常連' },
  })),
}

/** Faults for the next moments; mostly none, so that most of the traffic goes its whole way. */
function someFaults(): readonly object[] {
  const operation = ['InitiateAuth', 'RespondToAuthChallenge', 'SignUp', '/oauth2/token', 'GetUser'][
    Math.floor(Math.random() * 5)
  ]
  const all = [
    { kind: 'delay', milliseconds: 300, times: 3 },
    { kind: 'status', status: 429, times: 2 },
    { kind: 'status', status: 500, times: 2 },
    { kind: 'status', status: 503, times: 2 },
    { kind: 'cut', times: 1 },
    { kind: 'cut', when: 'after', times: 1 },
  ]
  return all.filter(() => Math.random() < 0.1).map((fault) => ({ ...fault, operation }))
}

/** Those whom a fault kept from being deleted. */
async function deleteVisitors(url: string): Promise<void> {
  const { userPoolId: UserPoolId } = exampleSeed
  const names = new Set(regulars.map(({ email }) => email))
  for (let token: string | undefined; ; ) {
    const { body } = await call(url, 'ListUsers', {
      UserPoolId,
      ...(token !== undefined && { PaginationToken: token }),
    })
    for (const { Username = '', Attributes = [] } of body.Users ?? []) {
      const email = Attributes.find(({ Name }) => Name === 'email')?.Value ?? ''
      if (!names.has(email)) await call(url, 'AdminDeleteUser', { UserPoolId, Username })
    }
    token = body.PaginationToken
    if (token === undefined) return
  }
}

/** Opens the file as many days later, when all has ended, and closes it in a while; what is left then? */
async function sweptLater(file: string, days: number): Promise<Record<string, number>> {
  const pool = createLocalUserPool({ storage: { file }, clock: () => Date.now() + days * day * 1000 })
  // It sweeps a part of what there is in each turn of the event loop, so that nobody waits for it.
  for (let turn = 0; turn < 1000; turn += 1) await new Promise(setImmediate)
  pool.close()
  return countsOf(file, ending)
}

/** Of the line through the values that lies nearest to them (least squares), for one step. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const above = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0)
  return above / values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0)
}
