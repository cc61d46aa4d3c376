import { defineConfig } from '@playwright/test'
import { workers } from '../scripts/workers.ts'
import { findBrowser } from './browser.ts'

const { executablePath, environment } = await findBrowser()

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.journey.ts',
  outputDir: '../test-results/journeys',
  globalSetup: './setup.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: workers.waiting,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : 'list',
  use: {
    launchOptions: {
      executablePath,
      // Named only where it differs: what is named here goes into the report.
      ...(Object.keys(environment).length > 0 && { env: environment }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    },
    screenshot: 'only-on-failure',
    // A trace of every journey doubles its time. Where a failure needs one: --trace retain-on-failure
    trace: 'off',
    locale: 'ja-JP',
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      use: { viewport: { width: 375, height: 740 }, hasTouch: true },
      grep: /@phone/,
      // What is done in both languages, in the one with the longer words; the rest of them are in Japanese.
      grepInvert: / in ja /,
    },
  ],
})
