import { run } from './run.ts'

/** Format, lint, types and imports: all of them, so that one run tells everything. */
export const checks: readonly (readonly [name: string, program: string, ...args: string[]])[] = [
  ['format and lint', '@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  ['types of the Node parts', 'typescript/bin/tsc', '-p', 'tsconfig.json'],
  ['types of packages/sign-in', 'typescript/bin/tsc', '-p', 'packages/sign-in'],
  // Next.js writes the declarations that its own imports need; a fresh clone has none.
  ['route types of web', 'next/dist/bin/next', 'typegen', 'web'],
  ['types of web', 'typescript/bin/tsc', '-p', 'web', '--noEmit', '--incremental', 'false'],
  ['imports', 'vitest/vitest.mjs', 'run', '--project', 'unit', 'scripts/imports.test.ts', '--reporter=dot'],
]

/** Answers the names of the checks that failed. */
export async function failedChecks(): Promise<string[]> {
  const failed: string[] = []
  for (const [name, program, ...args] of checks) {
    if (!(await run(program, args))) failed.push(name)
  }
  return failed
}

if (import.meta.main) {
  const failed = await failedChecks()
  console.log(failed.length === 0 ? `All ${checks.length} checks passed.` : `Failed: ${failed.join(', ')}.`)
  process.exitCode = failed.length === 0 ? 0 : 1
}
