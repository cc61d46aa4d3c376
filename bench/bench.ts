import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { root } from '../scripts/run.ts'

/** One benchmark: measures, and answers rows that are comparable because they were measured in one run. */
export type Benchmark = () => Promise<readonly Readonly<Record<string, string | number>>[]>

/** A file, and a line here. */
const benchmarks: Readonly<Record<string, () => Promise<{ benchmark: Benchmark }>>> = {
  'sign-in': () => import('./sign-in.ts'),
  weight: () => import('./weight.ts'),
  restore: () => import('./restore.ts'),
  lighthouse: () => import('./lighthouse.ts'),
  'sign-ins': () => import('./sign-ins.ts'),
  start: () => import('./start.ts'),
  memory: () => import('./memory.ts'),
  growth: () => import('./growth.ts'),
}

const asked = process.argv.slice(2)
const names = asked.length > 0 ? asked : Object.keys(benchmarks)
const results = join(root, 'bench/results')
mkdirSync(results, { recursive: true })

for (const name of names) {
  const load = benchmarks[name]
  if (!load) throw new Error(`No benchmark ${name}; there are: ${Object.keys(benchmarks).join(', ')}.`)
  const { benchmark } = await load()
  const before = loadavg()
  const rows = await benchmark()
  const machine = {
    cores: cpus().length,
    model: cpus()[0]?.model,
    node: process.version,
    load: [before, loadavg()],
  }
  console.log(
    `\n${name}, on ${machine.cores} cores, load before and after ${machine.load.map(([one]) => one?.toFixed(1)).join(' and ')}`,
  )
  console.table(rows)
  writeFileSync(
    join(results, `${name}.json`),
    JSON.stringify({ name, date: new Date(), machine, rows }, null, 2),
  )
}
