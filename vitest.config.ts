import { defineConfig } from 'vitest/config'
import { workers } from './scripts/workers.ts'

const folders = ['scripts', 'packages', 'api', 'web', 'e2e', 'infra', 'bench', 'reliability']

/**
 * Tests that start processes, many servers, the command or a browser, load CDK or calculate for seconds: too slow for
 * the inner loop.
 */
const processes = [
  'packages/local-user-pool/src/doors/cli.test.ts',
  'packages/doctor/src/cli.test.ts',
  'packages/doctor/src/doctor.test.ts',
  'packages/native-srp/src/proofs.test.ts',
  'e2e/native-srp.test.ts',
  'e2e/oidc-client-ts.test.ts',
  'e2e/trust.test.ts',
  'infra/src/app.test.ts',
  'infra/src/*-stack.test.ts',
  'bench/*-load.test.ts',
  'reliability/*.test.ts',
  'reliability/mutants/by-hand.test.ts',
  'scripts/install.test.ts',
  'scripts/sbom.test.ts',
]

export default defineConfig({
  test: {
    maxWorkers: workers.computing,
    projects: [
      {
        test: {
          name: 'unit',
          // Tests share no state but modules; loading those once per worker, and making one pair of RSA keys, saves
          // two thirds of the time.
          isolate: false,
          include: folders.map((folder) => `${folder}/**/*.test.ts`),
          exclude: ['**/node_modules/**', '**/.next*/**', 'reliability/results/**', ...processes],
        },
      },
      {
        test: {
          name: 'contract',
          include: ['contract/**/*.test.ts', ...processes],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
