import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { exampleSeed } from '@genkan/local-user-pool'
import { call, local } from './calls.ts'
import { damages, halfDone } from './database-file.ts'
import { afterGrace, settle } from './durability-look.ts'
import { act, any, code, newPerson, type Person } from './durability-people.ts'
import { startPool } from './pool-process.ts'
import type { Size, Trial } from './trial.ts'

const { userPoolId: UserPoolId, clientId: strictClient } = exampleSeed

const clientOf = (RetryGracePeriodSeconds: number) => ({
  ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH' as const],
  PreventUserExistenceErrors: 'ENABLED' as const,
  EnableTokenRevocation: true,
  RefreshTokenRotation: { Feature: 'ENABLED' as const, RetryGracePeriodSeconds },
})

/** How much of each there is; how many answers a load may have before it is cut short; people of each connection. */
const sizes = {
  quick: { kills: 7, answers: 40, peopleEach: 2, startKills: 2, importKills: 2 },
  whole: { kills: 200, answers: 100, peopleEach: 3, startKills: 30, importKills: 30 },
}

/** Connections that each have one request under way, and people of their own, for whom nobody else speaks. */
const connections = 6

/**
 * Kills the pool by SIGKILL at random moments: under the load of people who do what people do, and go on with it after
 * the restart; while it starts on a new file; while all its data is replaced. What was answered before must be there
 * afterwards, and what was not must be there wholly or not at all. DURABILITY_MINUTES ends the load before its kills are
 * done.
 */
export const trial: Trial = async (size) => {
  const folder = mkdtempSync(join(tmpdir(), 'durability-'))
  try {
    const seed = join(folder, 'seed.json')
    writeFileSync(seed, JSON.stringify({ ...exampleSeed, client: { ClientName: 'strict', ...clientOf(0) } }))
    const args = (file: string) => ['--storage', file, '--seed', seed, '--fixed-code', code]
    const wanted = sizes[size]
    const { startKills, importKills } = wanted
    const starts = await killedAtTheStart(args, folder, startKills)
    const load = await killedUnderLoad(args, join(folder, 'load.sqlite'), wanted)
    const imports = await killedDuringAnImport(args, join(folder, 'import.sqlite'), importKills)
    return {
      figures: [...load.figures, ...starts.figures, ...imports.figures],
      faults: [...load.faults, ...starts.faults, ...imports.faults],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type ArgumentsFor = (file: string) => readonly string[]

/** A round is a start, a look at what the round before has left, a load, and a kill in the midst of it. */
async function killedUnderLoad(
  args: ArgumentsFor,
  file: string,
  { kills, answers: most, peopleEach }: (typeof sizes)[Size],
) {
  const households = Array.from({ length: connections }, () => Array.from({ length: peopleEach }, newPerson))
  const faults: string[] = []
  const acknowledged = new Map<string, number>()
  const open = { requests: 0, tookEffect: 0 }
  let looks = 0
  let clients: readonly string[] = [strictClient]
  let touched = new Set<Person>()

  const look = async (url: string, whom: readonly Person[]) => {
    const left = [...whom]
    looks += left.length
    const looker = async () => {
      for (let person = left.pop(); person; person = left.pop()) {
        const isOpen = person.doubt !== undefined
        const { tookEffect, faults: wrong } = await settle(url, person, clients)
        faults.push(...wrong)
        open.requests += Number(isOpen)
        open.tookEffect += Number(tookEffect)
      }
    }
    await Promise.all(Array.from({ length: connections }, looker))
    await local(url, 'PUT', 'clock', { advance: 61 })
    faults.push(...(await afterGrace(url, whom)))
    await local(url, 'PUT', 'clock', { advance: -61 })
  }

  const { DURABILITY_MINUTES: minutes = Infinity } = process.env
  const until = performance.now() + Number(minutes) * 60_000
  let round = 0
  for (; ; round += 1) {
    const isLast = round === kills || performance.now() > until
    const pool = startPool(args(file))
    const url = await pool.ready
    if (round === 0) {
      const made = await call(url, 'CreateUserPoolClient', {
        UserPoolId,
        ClientName: 'lenient',
        ...clientOf(60),
      })
      clients = [strictClient, made.body.UserPoolClient?.ClientId ?? '']
    }
    await look(url, isLast ? households.flat() : [...touched])
    touched = new Set()
    if (isLast) {
      await pool.end()
      break
    }

    let answers = 0
    const killed = Promise.withResolvers<void>()
    const moment = { answers: 1 + Math.floor(Math.random() * most), milliseconds: Math.random() * 15 }
    const enough = async () => {
      await setTimeout(moment.milliseconds)
      await pool.kill()
      killed.resolve()
    }
    const connection = async (household: readonly Person[]) => {
      for (let person = any(household); person; person = any(household)) {
        touched.add(person)
        const done = await act(url, person, clients).catch(() => undefined)
        if (!done) return
        if (done.fault !== undefined) faults.push(done.fault)
        acknowledged.set(done.kind, (acknowledged.get(done.kind) ?? 0) + 1)
        answers += 1
        if (answers === moment.answers) void enough()
      }
    }
    await Promise.all(households.map(connection))
    await killed.promise
    if (pool.complaints() !== '') faults.push(`The pool complained: ${pool.complaints()}`)
    const found = [...damages(file), ...halfDone(file)]
    faults.push(...found.map((what) => `After kill ${round + 1}: ${what}`))
  }
  return {
    figures: [
      { what: 'killed under load, times', count: round },
      ...[...acknowledged].sort().map(([kind, count]) => ({ what: `${kind}, answered`, count })),
      { what: 'people looked at after restarts, times', count: looks },
      { what: 'requests without an answer', count: open.requests },
      { what: '… of which took effect, wholly', count: open.tookEffect },
    ],
    faults,
  }
}

/** Each time on a new file: a pool that was killed while it made its tables and planted its seed starts again. */
async function killedAtTheStart(args: ArgumentsFor, folder: string, kills: number) {
  const faults: string[] = []
  let early = 0
  let startTime = 0
  // The first one has its sources still to be compiled.
  for (const name of ['cold', 'warm']) {
    const begun = performance.now()
    const calm = startPool(args(join(folder, `${name}.sqlite`)))
    await calm.ready
    startTime = performance.now() - begun
    await calm.end()
  }
  for (let index = 0; index < kills; index += 1) {
    const file = join(folder, `start-${index}.sqlite`)
    const first = startPool(args(file))
    const isReady = first.ready.then(
      () => true,
      () => false,
    )
    await Promise.race([isReady, setTimeout(startTime * (0.5 + (0.6 * index) / kills))])
    await first.kill()
    early += Number(!(await isReady))
    faults.push(...damages(file).map((damage) => `After a kill at the start: ${damage}`))
    const second = startPool(args(file))
    const seeded = (await local(await second.ready, 'GET', 'export')) as Exported
    if (seeded.tables.users?.length !== exampleSeed.users.length) {
      faults.push(`A pool that was killed at its start began with ${seeded.tables.users?.length} users.`)
    }
    await second.end()
  }
  return {
    figures: [
      { what: 'killed at the first start, times', count: kills },
      { what: '… of which before it was ready', count: early },
    ],
    faults,
  }
}

interface Exported {
  readonly tables: Readonly<Record<string, readonly unknown[]>>
}

/** All data is replaced, by turns with much and with little, and the pool is killed meanwhile. */
async function killedDuringAnImport(args: ArgumentsFor, file: string, kills: number) {
  const faults: string[] = []
  let pool = startPool(args(file))
  let url = await pool.ready
  const little = await local(url, 'GET', 'export')
  for (let index = 0; index < 100; index += 1) {
    const Username = `many-${index}@example.com`
    await call(url, 'AdminCreateUser', { UserPoolId, Username, MessageAction: 'SUPPRESS' })
  }
  const much = await local(url, 'GET', 'export')
  const [littleText, muchText] = [JSON.stringify(little), JSON.stringify(much)]
  let isMuch = true
  let unanswered = 0
  const begun = performance.now()
  await local(url, 'PUT', 'import', much)
  const importTime = performance.now() - begun
  for (let index = 0; index < kills; index += 1) {
    const answer = local(url, 'PUT', 'import', isMuch ? little : much).then(
      () => true,
      () => false,
    )
    await Promise.race([answer, setTimeout((index / kills) * importTime)])
    await pool.kill()
    const wasAnswered = await answer
    unanswered += Number(!wasAnswered)
    faults.push(...damages(file).map((damage) => `After an import that was cut short: ${damage}`))
    pool = startPool(args(file))
    url = await pool.ready
    const found = JSON.stringify(await local(url, 'GET', 'export'))
    if (found !== littleText && found !== muchText) faults.push('An import that was cut short is half done.')
    if (wasAnswered && found !== (isMuch ? littleText : muchText)) faults.push('An answered import is lost.')
    isMuch = found === muchText
  }
  await pool.end()
  return {
    figures: [
      { what: 'killed during an import, times', count: kills },
      { what: '… of which before its answer', count: unanswered },
    ],
    faults,
  }
}
