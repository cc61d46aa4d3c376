import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { model } from '../packages/local-user-pool/src/protocol/model.ts'
import { coverageFigures } from './fuzz/coverage.ts'
import { lifetime } from './fuzz/lifetime.ts'
import { attackPort } from './fuzz/sockets.ts'
import { Tally } from './fuzz/tally.ts'
import type { Trial } from './trial.ts'

/** Each pool lives for so many requests; the next one begins anew, with the next seed. */
const perPool = 5000

/** Pools after which what is loaded and compiled once has been. */
const warmUp = 3

/** Above what the heap goes up and down by itself. */
const mostGrowth = 8e6

/** No request is known that it would take: nobody is ever sent its token. */
const neverAccepted = ['UpdateAuthEventFeedback']

const operations = Object.keys(model.operations)
const builtIn = Object.getOwnPropertyNames(Object.prototype)

/**
 * Sends requests that nobody has thought of to everything that a pool answers, and looks at each answer. What is found
 * names the seed by which it is had again: `FUZZ_SEED=<seed> FUZZ_REQUESTS=5000`.
 */
export const trial: Trial = async (size) => {
  const isWhole = size === 'whole'
  const seed = Number(process.env.FUZZ_SEED ?? (isWhole ? Date.now() % 2 ** 31 : 1))
  const wanted = Number(process.env.FUZZ_REQUESTS ?? (isWhole ? 2_000_000 : 100_000))
  const tally = new Tally()
  const onRejection = (error: unknown) =>
    tally.fault(
      'a promise was rejected that nobody awaits',
      error instanceof Error ? `${error.stack}` : `${error}`,
    )
  process.on('unhandledRejection', onRejection)
  const start = process.cpuUsage()
  try {
    const heaps = await lifetimes(seed, wanted, tally)
    const { user, system } = process.cpuUsage(start)
    const socketFigures = await attackPort(seed, tally, size)
    const missing = operations.filter((name) => !tally.accepted.has(name))
    const grown = growth(heaps.slice(warmUp))
    look(tally, wanted, missing, grown)
    return {
      figures: [
        { what: 'seed', figure: seed },
        { what: 'requests in process', figure: tally.requests },
        { what: 'requests per second of CPU', figure: Math.round(tally.requests / ((user + system) / 1e6)) },
        { what: 'operations that took one', figure: `${tally.accepted.size} of ${operations.length}` },
        { what: 'operations that took none', figure: missing.join(', ') },
        { what: 'endpoints and pages that took one', figure: tally.reached.size },
        { what: 'refused requests', figure: tally.refused },
        { what: 'of those, that wrote, as they may', figure: tally.wrote },
        { what: 'of those, compared by an export', figure: tally.compared },
        { what: 'growth of the heap in MB', figure: (grown / 1e6).toFixed(2) },
        ...socketFigures,
        ...coverageFigures(),
      ],
      faults: tally.faults,
    }
  } finally {
    process.off('unhandledRejection', onRejection)
  }
}

/** Pools one after the other until there were so many requests; answers what the heap was at the end of each. */
async function lifetimes(seed: number, wanted: number, tally: Tally): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
  const heaps: number[] = []
  try {
    while (tally.requests < wanted) {
      const file = join(folder, `${heaps.length}.db`)
      const requests = Math.min(perPool, wanted - tally.requests)
      heaps.push(await lifetime(seed + heaps.length, file, requests, tally))
      rmSync(file)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return heaps
}

/** What can be told at the end alone. */
function look(tally: Tally, wanted: number, missing: readonly string[], grown: number): void {
  // An input that named a prototype may have changed what every object has.
  const inherited = Object.getOwnPropertyNames(Object.prototype).filter((name) => !builtIn.includes(name))
  if (inherited.length > 0) tally.fault('every object has more than before', inherited.join(', '))
  if (grown > mostGrowth) tally.fault('the heap grows from the first pools to the last', `${grown} bytes`)
  // Whoever is refused all the time has not got far.
  const blind = missing.filter((name) => !neverAccepted.includes(name))
  if (wanted >= 100_000 && blind.length > 0)
    tally.fault('nothing was found that these take', blind.join(', '))
}

/** By how much the last third of some sizes is larger than the first one; 0 where there are too few to tell. */
function growth(sizes: readonly number[]): number {
  const third = Math.floor(sizes.length / 3)
  if (third === 0) return 0
  const mean = (of: readonly number[]) => of.reduce((sum, size) => sum + size, 0) / of.length
  return mean(sizes.slice(-third)) - mean(sizes.slice(0, third))
}
