import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checks, failedChecks } from './check.ts'
import { root, run } from './run.ts'
import { workers } from './workers.ts'

/** Where the runners leave their counts. */
const results = join(root, 'test-results')

interface Count {
  readonly passed: number
  readonly failed: number
  /** For want of something that not every machine has; what was skipped says what. */
  readonly skipped?: number
}

interface Stage {
  readonly name: string
  run(): Promise<Count>
}

/** Vitest and Playwright write what they counted as JSON; a runner that did not get so far counts as one failure. */
function counted(ok: boolean, file: string, read: (json: never) => Count): Count {
  try {
    const count = read(JSON.parse(readFileSync(join(results, file), 'utf8')) as never)
    return ok || count.failed > 0 ? count : { ...count, failed: 1 }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function vitest(project: string, ...options: string[]): Stage {
  const file = `${project}.json`
  return {
    name: project,
    async run() {
      const args = [
        'run',
        '--project',
        project,
        ...options,
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${join(results, file)}`,
      ]
      const ok = await run('vitest/vitest.mjs', args)
      return counted(
        ok,
        file,
        ({ numPassedTests, numFailedTests, numPendingTests }: Record<string, number>) => ({
          passed: numPassedTests ?? 0,
          failed: numFailedTests ?? 0,
          skipped: numPendingTests ?? 0,
        }),
      )
    },
  }
}

const stages: readonly Stage[] = [
  {
    name: 'check',
    async run() {
      const failed = (await failedChecks()).length
      return { passed: checks.length - failed, failed }
    },
  },
  vitest('unit'),
  // Many of these wait for processes.
  vitest('contract', `--maxWorkers=${workers.waiting}`),
  {
    name: 'journeys',
    async run() {
      const ok = await run('@playwright/test/cli.js', ['test', '--config', 'e2e/playwright.config.ts'], {
        environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: join(results, 'journeys.json') },
      })
      return counted(
        ok,
        'journeys.json',
        ({ stats }: { stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> }) => ({
          passed: stats.expected,
          failed: stats.unexpected + stats.flaky,
          skipped: stats.skipped,
        }),
      )
    },
  },
  {
    name: 'reference',
    // Not before the journeys have been: it holds what they did against what is written.
    async run() {
      const ok = await run('../e2e/amplify-reference.ts', [])
      return { passed: Number(ok), failed: Number(!ok) }
    },
  },
]

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const counts: (Count & { readonly name: string; readonly seconds: number })[] = []
for (const stage of stages) {
  console.log(`\n── ${stage.name} ──`)
  const begun = performance.now()
  const count = await stage.run()
  counts.push({ ...count, name: stage.name, seconds: Math.round((performance.now() - begun) / 1000) })
}

const total = (what: keyof Count) => counts.reduce((sum, count) => sum + (count[what] ?? 0), 0)
const also = (skipped: number) => (skipped > 0 ? `, ${skipped} skipped` : '')
console.log()
for (const { name, passed, failed, skipped = 0, seconds } of counts) {
  console.log(
    `${name.padEnd(10)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed  ${seconds} s${also(skipped)}`,
  )
}
console.log(`Total: ${total('passed')} passed, ${total('failed')} failed${also(total('skipped'))}`)
process.exitCode = total('failed') === 0 ? 0 : 1
