import { run } from './run.ts'

interface Check {
  readonly name: string
  /** Below node_modules. */
  readonly program: string
  readonly args: readonly string[]
  readonly folder?: string
  readonly environment?: Readonly<Record<string, string>>
}

const tsc = (name: string, ...args: string[]): Check => ({
  name: `types of ${name}`,
  program: 'typescript/bin/tsc',
  args: ['-p', ...args],
})

/** Format, lint, types and imports: all of them, so that one run tells everything. */
export const checks: readonly Check[] = [
  { name: 'format and lint', program: '@biomejs/biome/bin/biome', args: ['check', '--error-on-warnings'] },
  tsc('the Node parts', 'tsconfig.json'),
  tsc('e2e', 'e2e'),
  tsc('e2e/page', 'e2e/page'),
  tsc('bench', 'bench'),
  tsc('reliability', 'reliability'),
  tsc('packages/native-srp', 'packages/native-srp'),
  tsc('packages/sign-in', 'packages/sign-in'),
  tsc('examples/members', 'examples/members'),
  tsc('examples/authjs', 'examples/authjs', '--noEmit', '--incremental', 'false'),
  {
    name: 'route types of web',
    program: 'next/dist/bin/next',
    // Next.js writes the declarations that its own imports need; a fresh clone has none.
    args: ['typegen'],
    folder: 'web',
    // It reads the configuration as a build does, which wants values.
    environment: {
      NEXT_PUBLIC_AWS_COGNITO_REGION: 'ap-northeast-1',
      NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: 'ap-northeast-1_AbCdEfGhI',
      NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: '0123456789abcdefghijklmnop',
    },
  },
  tsc('web', 'web', '--noEmit', '--incremental', 'false'),
  {
    name: 'imports',
    program: 'vitest/vitest.mjs',
    args: ['run', '--project', 'unit', 'scripts/imports.test.ts', '--reporter=dot'],
  },
]

/** Answers the names of the checks that failed. */
export async function failedChecks(): Promise<string[]> {
  const failed: string[] = []
  for (const { name, program, args, folder = '.', environment = {} } of checks) {
    if (!(await run(program, args, { folder, environment }))) failed.push(name)
  }
  return failed
}

if (import.meta.main) {
  const failed = await failedChecks()
  console.log(failed.length === 0 ? `All ${checks.length} checks passed.` : `Failed: ${failed.join(', ')}.`)
  process.exitCode = failed.length === 0 ? 0 : 1
}
