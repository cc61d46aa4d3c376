import type { Browser, BrowserContext } from '@playwright/test'
import { startChromium } from '../e2e/chromium.ts'
import { startLocalStack } from '../scripts/local-stack.ts'
import type { Benchmark } from './bench.ts'
import { publishPages } from './pages.ts'
import { type RestoreTime, restoreTimeOf } from './tasks.ts'

/** An odd number, for there to be a middle one. */
const rounds = 9

/** How many times slower than this machine's the processor is made. */
const rates = [1, 4]

/** How long somebody who is signed in waits for their page when they load it again. */
export const benchmark: Benchmark = async () => {
  const stack = await startLocalStack({
    origin: 'http://localhost',
    storage: 'memory',
    ports: { pool: 0, https: 0, api: 0 },
  })
  const pages = await publishPages(stack.environment)
  const browser = await startChromium()
  const contexts: BrowserContext[] = []
  try {
    const names = ['article', 'web'] as const
    const runs = []
    for (const page of names) {
      const context = await signedIn(browser, pages[page].url)
      contexts.push(context)
      runs.push(...rates.map((rate) => ({ page, rate, context, times: [] as Restore[] })))
    }
    // Round by round, so that whatever else the machine does strikes all of them alike.
    for (let round = 0; round < rounds; round += 1) {
      for (const { page, rate, context, times } of runs) {
        times.push(await restore(browser, context, pages[page].url, stack.pool.url, rate))
      }
    }
    const median = (times: readonly Restore[], of: (time: Restore) => number) =>
      times.map(of).sort((one, other) => one - other)[rounds >> 1] as number
    return runs
      .sort((one, other) => one.rate - other.rate)
      .map(({ page, rate, times }) => ({
        throttling: `${rate}×`,
        page,
        'navigation to signed in, ms': Math.round(median(times, ({ total }) => total)),
        'quickest, ms': Math.round(Math.min(...times.map(({ total }) => total))),
        'Amplify has run to signed in, ms': Number(median(times, ({ late }) => late).toFixed(1)),
        'frames from there to its paint': median(times, ({ frames }) => frames),
        'worst, frames': Math.max(...times.map(({ frames }) => frames)),
        'requests to Cognito': Math.max(...times.map(({ requests }) => requests)),
      }))
  } finally {
    await Promise.all(contexts.map((context) => context.close()))
    await browser.close()
    await pages.close()
    await stack.close()
  }
}

interface Restore extends RestoreTime {
  /** How many there were to the pool. */
  readonly requests: number
}

async function signedIn(browser: Browser, url: string): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'ja-JP' })
  const page = await context.newPage()
  await page.goto(url)
  await page.locator('input[type=email]').fill('hanako@example.com')
  await page.locator('input[type=password]').fill('Genkan-2026')
  await page.getByRole('button', { name: 'ログイン', exact: true }).click()
  await page.getByRole('heading', { name: 'ログインしています' }).waitFor()
  await page.close()
  return context
}

async function restore(
  browser: Browser,
  context: BrowserContext,
  url: string,
  pool: string,
  rate: number,
): Promise<Restore> {
  const page = await context.newPage()
  try {
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate })
    let requests = 0
    page.on('request', (request) => {
      if (request.url() === `${pool}/`) requests += 1
    })
    await page.addInitScript(watch)
    const timeline = 'disabled-by-default-devtools.timeline'
    const categories = ['blink.user_timing', 'devtools.timeline', timeline, `${timeline}.frame`]
    await browser.startTracing(page, { categories })
    await page.goto(url)
    await page.waitForFunction(() => performance.getEntriesByName('signed-in-painted').length > 0)
    return { ...restoreTimeOf(await browser.stopTracing()), requests }
  } finally {
    await page.close()
  }
}

/** Runs in the page: sets the marks that the trace is read by. */
function watch() {
  performance.mark('navigated', { startTime: 0 })
  const observer = new MutationObserver(() => {
    if (document.querySelector('h1')?.textContent !== 'ログインしています') return
    performance.mark('signed-in')
    observer.disconnect()
    // The frame in which it is painted begins with this callback; the task after that frame is the first to see it.
    requestAnimationFrame(() => setTimeout(() => performance.mark('signed-in-painted')))
  })
  observer.observe(document, { childList: true, subtree: true, characterData: true })
}
