import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { root } from '../scripts/run.ts'
import type { Trial } from './trial.ts'

/** A file, a line here, and a test beside it that runs the quick form. */
const trials: Readonly<Record<string, () => Promise<{ trial: Trial }>>> = {
  'brute-force': () => import('./brute-force.ts'),
  discovery: () => import('./discovery.ts'),
  fuzz: () => import('./fuzz.ts'),
  durability: () => import('./durability.ts'),
  disk: () => import('./disk.ts'),
  soak: () => import('./soak.ts'),
}

const asked = process.argv.slice(2)
const whole = asked.includes('--whole')
const names = asked.filter((word) => word !== '--whole')
const results = join(root, 'reliability/results')
mkdirSync(results, { recursive: true })

for (const name of names.length > 0 ? names : Object.keys(trials)) {
  const load = trials[name]
  if (!load) throw new Error(`No trial ${name}; there are: ${Object.keys(trials).join(', ')}.`)
  const { trial } = await load()
  const start = performance.now()
  const { figures, faults } = await trial(whole ? 'whole' : 'quick')
  const seconds = Math.round((performance.now() - start) / 1000)
  console.log(`\n${name}, ${whole ? 'whole' : 'quick'}: ${faults.length} faults in ${seconds} s`)
  console.table(figures)
  for (const fault of faults) console.error(`✗ ${fault}`)
  if (faults.length > 0) process.exitCode = 1
  writeFileSync(
    join(results, `${name}.json`),
    JSON.stringify(
      {
        name,
        whole,
        date: new Date(),
        seconds,
        cores: cpus().length,
        node: process.version,
        figures,
        faults,
      },
      null,
      2,
    ),
  )
}
