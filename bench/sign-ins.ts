import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../scripts/ports.ts'
import type { Arithmetic } from './arithmetic.ts'
import type { Benchmark } from './bench.ts'
import { caller, load, newPool, newUsers, peopleOf } from './load.ts'
import { installedPools, newFolder, type Pool } from './pools.ts'
import { canPin, leaveCores, startServer } from './server.ts'

/** So many sign in at once, each again and again, each with an account of their own. */
const people = 16
/** Sign-ins until the server runs as compiled. */
const warmUp = 600
const duration = 8_000

/** How many sign-ins a second a pool bears, beside what the arithmetic alone allows on the same cores. */
export const benchmark: Benchmark = async () => {
  const peers = await installedPools()
  const cores = canPin && availableParallelism() > 1 ? [1, 2] : [availableParallelism()]
  const rows = []
  for (const count of cores) {
    const pinned = count === 1 ? '0' : `0-${count - 1}`
    leaveCores(count)
    const arithmetic = await arithmeticAlone(pinned)
    const of = (rate: number, processorEach: number) => ({
      'of the arithmetic, by the clock': Number((rate / arithmetic.signInsPerSecond).toFixed(2)),
      'of the arithmetic, by processor time': Number((arithmetic.processorEach / processorEach).toFixed(2)),
    })
    rows.push({
      cores: count,
      pool: 'the arithmetic alone',
      by: '–',
      'sign-ins a second': Math.round(arithmetic.signInsPerSecond),
      'processor time each, ms': round(arithmetic.processorEach),
      ...of(arithmetic.signInsPerSecond, arithmetic.processorEach),
    })
    for (const { peer, hasSrp } of peers.flatMap((peer) =>
      waysOf(peer).map((hasSrp) => ({ peer, hasSrp })),
    )) {
      const { rate, processorEach, ...rest } = await signIns(peer, hasSrp, pinned)
      rows.push({
        cores: count,
        pool: peer.name,
        by: hasSrp ? 'SRP' : 'password',
        'sign-ins a second': Math.round(rate),
        'processor time each, ms': round(processorEach),
        ...(hasSrp && of(rate, processorEach)),
        ...rest,
      })
    }
  }
  leaveCores(0)
  return rows
}

const round = (milliseconds: number) => Number(milliseconds.toFixed(2))

/** Where there is SRP, it is also measured what the others do. */
const waysOf = ({ hasSrp }: Pool) => (hasSrp ? [true, false] : [false])

async function arithmeticAlone(cores: string): Promise<Arithmetic> {
  const program = [process.execPath, join(import.meta.dirname, 'arithmetic.ts'), `${duration / 2}`]
  const [file = '', ...args] = canPin ? ['taskset', '--cpu-list', cores, ...program] : program
  const { stdout } = await promisify(execFile)(file, args)
  return JSON.parse(stdout)
}

async function signIns(peer: Pool, hasSrp: boolean, cores: string) {
  const folder = newFolder()
  const server = await startServer(peer.command(folder, await freePort(0)), { cores })
  try {
    const call = caller(server.url)
    const pool = await newPool(call)
    await newUsers(call, pool.userPoolId, people)
    const { signIn } = await peopleOf(server.url, pool, hasSrp)
    await load(signIn, { people, most: warmUp })
    await server.used()
    const { done, took, median, processor } = await load(signIn, { people, duration })
    const used = await server.used()
    return {
      rate: (done / took) * 1000,
      processorEach: used.processor / done,
      'the client’s, ms': round(processor / done),
      'half took at most, ms': round(median),
      'event loop blocked, p99, ms': round(used.blocked),
    }
  } finally {
    await server.close()
    rmSync(folder, { recursive: true })
  }
}
