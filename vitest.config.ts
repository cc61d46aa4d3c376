import { defineConfig } from 'vitest/config'

const folders = ['scripts', 'packages', 'api', 'web']

export default defineConfig({
  test: {
    // The clients' arithmetic is what takes the time, so both cores are used where there are two.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          // Tests share no state but modules; loading those once per worker, and making one pair of RSA keys, saves
          // two thirds of the time.
          isolate: false,
          include: folders.map((folder) => `${folder}/**/*.test.ts`),
          exclude: ['**/node_modules/**', '**/.next/**'],
        },
      },
      {
        test: {
          name: 'contract',
          include: ['contract/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
})
