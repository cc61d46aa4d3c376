import { type Browser, chromium } from '@playwright/test'
import { findBrowser } from './browser.ts'

/** Starts a Chromium outside of the journeys, with further arguments of its command line. Whoever asks for it closes it. */
export async function startChromium(...args: string[]): Promise<Browser> {
  const { executablePath, environment } = await findBrowser()
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...environment },
    args: ['--no-sandbox', '--disable-gpu', ...args],
  })
}
