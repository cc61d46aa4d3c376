import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../scripts/ports.ts'
import { root } from '../scripts/run.ts'
import type { Benchmark } from './bench.ts'
import { caller, newPool, newUsers } from './load.ts'
import { installedPools, newFolder, ownEntry, type Pool } from './pools.ts'
import { startServer } from './server.ts'

/** An odd number, for there to be a middle one. */
const rounds = 7

/** How long it takes from nothing to the first answer: as a process with data from before, and within a process. */
export const benchmark: Benchmark = async () => {
  const [published, ...others] = await installedPools()
  if (!published) throw new Error('There is no pool of ours.')
  const started = await Promise.all(
    [{ ...published, name: `${published.name}, as published` }, fromSource(published), ...others].map(
      prepared,
    ),
  )
  const times = new Map<string, number[]>()
  const note = (what: string, time: number) => times.set(what, [...(times.get(what) ?? []), time])
  // Round by round, so that whatever else the machine does strikes all of them alike.
  for (let round = 0; round < rounds; round += 1) {
    note(
      'Node alone, as a process',
      timeOf(() => execFileSync(process.execPath, ['--eval', '0'])),
    )
    for (const { name, firstAnswer } of started) note(`${name}, as a process`, await firstAnswer())
    for (const [what, time] of Object.entries(withinProcess())) note(`${published.name}: ${what}`, time)
  }
  for (const { folder } of started) rmSync(folder, { recursive: true })
  return [...times].map(([what, all]) => ({
    what,
    'median, ms': Number(all.sort((one, other) => one - other)[rounds >> 1]?.toFixed(1)),
    'quickest, ms': Number(all[0]?.toFixed(1)),
  }))
}

function timeOf(work: () => void): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

/** As `npm start` of this repository has it. */
function fromSource(peer: Pool): Pool {
  return {
    ...peer,
    name: `${peer.name}, from its sources`,
    command(folder, port) {
      const { script, ...rest } = peer.command(folder, port)
      const cli = join(root, 'packages/local-user-pool/src/doors/cli.ts')
      return { ...rest, script: [cli, ...script.slice(1)] }
    },
  }
}

/** With a user pool and a user, and stopped. */
async function prepared(peer: Pool) {
  const folder = newFolder()
  const server = await startServer(peer.command(folder, await freePort(0)))
  const call = caller(server.url)
  const { userPoolId } = await newPool(call)
  await newUsers(call, userPoolId, 1)
  await server.close()
  return {
    name: peer.name,
    folder,
    async firstAnswer() {
      const command = peer.command(folder, await freePort(0))
      const from = performance.now()
      const started = await startServer(command, { isGauged: false })
      await caller(started.url)('DescribeUserPool', { UserPoolId: userPoolId })
      const time = performance.now() - from
      await started.close()
      return time
    },
  }
}

/** In a process of its own, since what is loaded once stays. */
function withinProcess(): Record<string, number> {
  const script = join(import.meta.dirname, 'fresh-pools.ts')
  return JSON.parse(execFileSync(process.execPath, [script, ownEntry], { encoding: 'utf8' }))
}
