import type { Browser } from '@playwright/test'
import { startChromium } from '../e2e/chromium.ts'
import { startLocalStack } from '../scripts/local-stack.ts'
import type { Benchmark } from './bench.ts'
import { publishPages } from './pages.ts'
import { type SignInTime, signInTimeOf } from './tasks.ts'

/** An odd number, for there to be a middle one. */
const rounds = 9

/** How many times slower than this machine's the processor is made. */
const rates = [1, 4]

/** How long a person waits between the click and the account, and how long the page is deaf meanwhile. */
export const benchmark: Benchmark = async () => {
  const stack = await startLocalStack({
    origin: 'http://localhost',
    storage: 'memory',
    ports: { pool: 0, https: 0, api: 0 },
  })
  const pages = await publishPages(stack.environment)
  const browser = await startChromium()
  try {
    const names = ['article', 'articleNative', 'web'] as const
    const runs = rates.flatMap((rate) => names.map((page) => ({ rate, page, times: [] as SignInTime[] })))
    // Round by round, so that whatever else the machine does strikes all of them alike.
    for (let round = 0; round < rounds; round += 1) {
      for (const { page, rate, times } of runs) times.push(await signIn(browser, pages[page].url, rate))
    }
    const median = (times: SignInTime[], what: keyof SignInTime) =>
      times.map((time) => time[what]).sort((one, other) => one - other)[rounds >> 1] as number
    return runs.map(({ rate, page, times }) => {
      const article = runs.find((run) => run.rate === rate && run.page === 'article')?.times ?? []
      return {
        throttling: `${rate}×`,
        page,
        'click to signed in, ms': Math.round(median(times, 'total')),
        'quickest, ms': Math.round(Math.min(...times.map(({ total }) => total))),
        'of the article’s': Number((median(times, 'total') / median(article, 'total')).toFixed(2)),
        'click to its paint, ms': Math.round(median(times, 'painted')),
        'paint of the article’s': Number((median(times, 'painted') / median(article, 'painted')).toFixed(2)),
        'main thread, ms': Math.round(median(times, 'computing')),
        'of its': Number((median(times, 'computing') / median(article, 'computing')).toFixed(2)),
        'longest task, ms': Math.round(median(times, 'longest')),
        'of that computing, ms': Math.round(median(times, 'longestComputing')),
        'worst computing, ms': Math.round(Math.max(...times.map((time) => time.longestComputing))),
        'blocking, ms': Math.round(median(times, 'blocking')),
      }
    })
  } finally {
    await browser.close()
    await pages.close()
    await stack.close()
  }
}

async function signIn(browser: Browser, url: string, rate: number): Promise<SignInTime> {
  const context = await browser.newContext({ locale: 'ja-JP' })
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate })
    await page.goto(url)
    await page.locator('input[type=email]').fill('hanako@example.com')
    await page.locator('input[type=password]').fill('Genkan-2026')
    await page.waitForLoadState('networkidle')
    const button = await page.getByRole('button', { name: 'ログイン', exact: true }).boundingBox()
    if (!button) throw new Error('The page has no button to sign in.')
    const categories = ['blink.user_timing', 'disabled-by-default-devtools.timeline']
    await browser.startTracing(page, { categories })
    // Playwright's own waiting would look through the page all the time, on the thread that is measured.
    const signedIn = await page.evaluateHandle(watch)
    await page.mouse.click(button.x + button.width / 2, button.y + button.height / 2)
    await signedIn.evaluate(({ promise }) => promise)
    return signInTimeOf(await browser.stopTracing())
  } finally {
    await context.close()
  }
}

/** Runs in the page: sets the marks that the trace is read by. */
function watch() {
  const { promise, resolve } = Promise.withResolvers<void>()
  addEventListener('click', ({ timeStamp }) => performance.mark('clicked', { startTime: timeStamp }), true)
  const observer = new MutationObserver(() => {
    if (document.querySelector('h1')?.textContent !== 'ログインしています') return
    performance.mark('signed-in')
    observer.disconnect()
    // The frame in which it is painted begins with this callback; the task after that frame is the first to see it.
    requestAnimationFrame(() =>
      setTimeout(() => {
        performance.mark('signed-in-painted')
        resolve()
      }),
    )
  })
  observer.observe(document.body, { childList: true, subtree: true, characterData: true })
  // In an object, so that nobody waits for it yet.
  return { promise }
}
