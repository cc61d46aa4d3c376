import { run } from './run.ts'

// What of the contract and of the journeys needs neither an inbox nor a clock, against Amazon Cognito: see
// docs/guides/deploy.md for what that makes, costs and deletes.
const contract = [
  'contract/amplify/sign-in.test.ts',
  'contract/amplify/session.test.ts',
  'contract/aws-sdk/sign-in.test.ts',
  'contract/aws-sdk/groups.test.ts',
  'contract/aws-jwt-verify.test.ts',
]
const journeys = ['e2e/any-pool.journey.ts']

const environment = { TARGET: 'aws' }
// One after the other: the quotas of an account are small.
const contractHeld = await run(
  'vitest/vitest.mjs',
  ['run', '--project', 'contract', '--maxWorkers', '1', ...contract],
  { environment },
)
const journeysWent = await run(
  '@playwright/test/cli.js',
  ['test', '--config', 'e2e/playwright.config.ts', '--project=desktop', '--workers=1', ...journeys],
  { environment },
)
process.exitCode = contractHeld && journeysWent ? 0 : 1
