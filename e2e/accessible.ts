import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

/** Each colour scheme once and each width once; what stands where depends on the one, its colours on the other. */
const looks = [
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 1280 },
] as const

/**
 * On a phone and on a desk, light and dark: axe finds nothing, nothing needs scrolling sideways, and there is one main
 * part with one title. The page stays as it is, so a journey looks in on it at each step.
 */
export async function isAccessible(page: Page) {
  const before = page.viewportSize()
  for (const { colorScheme, width } of looks) {
    // Without motion, so that no colour is caught half-way to the other scheme.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 800 })
    const found = await findings(page)
    expect({ colorScheme, width, found }).toEqual({ colorScheme, width, found: [] })
    await expect(page.getByRole('main')).toHaveCount(1)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    const [wide, narrow] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ])
    expect(wide).toBeLessThanOrEqual(narrow ?? 0)
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  if (before) await page.setViewportSize(before)
}

/** What axe finds. Its script is brought once to each page: to read it takes a browser as long as to run it. */
async function findings(page: Page) {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations, incomplete } = await axe.run({ resultTypes: ['violations', 'incomplete'] })
    // What axe could not make out counts as well: a check that gives up must not look like one that found nothing.
    return [...violations, ...incomplete].map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, any }) => [html, ...any.map(({ message }) => message)]),
    }))
  })
}
