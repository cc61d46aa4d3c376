import { rmSync } from 'node:fs'
import { freePort } from '../scripts/ports.ts'
import type { Benchmark } from './bench.ts'
import { caller, load, newPool, newUsers, peopleOf } from './load.ts'
import { installedPools, newFolder, type Pool } from './pools.ts'
import { startServer } from './server.ts'

const people = 16

/** After how many sign-ins it is looked. Who is slow gets as far as the time allows. */
const marks = [0, 1_000, 5_000, 10_000]
const longest = 60_000

/** How much memory a pool holds, the more people have signed in. */
export const benchmark: Benchmark = async () => {
  const rows = []
  for (const peer of await installedPools()) rows.push(...(await memoryOf(peer)))
  return rows
}

async function memoryOf(peer: Pool) {
  const folder = newFolder()
  const server = await startServer(peer.command(folder, await freePort(0)))
  try {
    const call = caller(server.url)
    const pool = await newPool(call)
    await newUsers(call, pool.userPoolId, people)
    const { signIn } = await peopleOf(server.url, pool, peer.hasSrp)
    const rows = []
    const from = performance.now()
    let done = 0
    for (const mark of marks) {
      const left = Math.max(0, longest - (performance.now() - from))
      done += (await load(signIn, { people, most: mark - done, duration: left })).done
      const { memory } = await server.used()
      rows.push({ pool: peer.name, 'after sign-ins': done, 'memory (RSS), MB': Math.round(memory / 1e6) })
      if (done < mark) break
    }
    return rows
  } finally {
    await server.close()
    rmSync(folder, { recursive: true })
  }
}
