import type { Page } from '@playwright/test'
import { entrance, languages, locales } from './entrance.ts'
import { expect, test } from './journey.ts'

const box = { ja: 'ログインしたままにする', en: 'Keep me signed in' } as const

/** The names of what Amplify and the page have stored. */
async function stored(page: Page) {
  const keys = await page.evaluate(() => ({
    browser: Object.keys(localStorage),
    tab: Object.keys(sessionStorage),
  }))
  const ofAmplify = (names: readonly string[]) => names.filter((name) => name.startsWith('Cognito'))
  return { ...keys, tokens: { browser: ofAmplify(keys.browser).length, tab: ofAmplify(keys.tab).length } }
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })

    test('on a shared computer the session ends with its tab, and nothing is left of it', {
      tag: '@phone',
    }, async ({ context, page, person, openWith }) => {
      const { signIn, heading, button, text } = entrance(page, language)
      await openWith({})
      const keep = page.getByRole('checkbox', { name: box[language] })
      await expect(keep).toBeChecked()
      await keep.uncheck()
      await signIn(person)
      await expect(heading(text.signedIn)).toBeVisible()
      expect((await stored(page)).tokens).toEqual({ browser: 0, tab: expect.any(Number) })
      await page.reload()
      await expect(heading(text.signedIn)).toBeVisible()

      const other = await context.newPage()
      await openWith({}, 'entrance', other)
      await expect(entrance(other, language).heading(text.signIn)).toBeVisible()
      // Whoever comes next to this computer is asked again, not kept.
      await expect(other.getByRole('checkbox', { name: box[language] })).not.toBeChecked()
      await expect(heading(text.signedIn)).toBeVisible()

      await button(text.signOut).click()
      await expect(heading(text.signIn)).toBeVisible()
      const { browser, tab } = await stored(page)
      expect([...browser, ...tab].filter((name) => name !== 'genkan.keep')).toEqual([])
      expect(
        await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])),
      ).not.toContain(person.email)
    })
  })
}

test('a kept session is in every tab, and survives them', async ({ context, page, person, openWith }) => {
  const { signIn, heading, text } = entrance(page)
  await openWith({})
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  expect((await stored(page)).tokens.tab).toBe(0)
  await page.close()
  const later = await context.newPage()
  await openWith({}, 'entrance', later)
  await expect(entrance(later).heading(text.signedIn)).toBeVisible()
})

test('an application may keep tokens in memory alone: they are gone with the page', async ({
  page,
  person,
  openWith,
}) => {
  const { signIn, heading, text } = entrance(page)
  await openWith({ session: { keep: 'memory' } })
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  expect((await stored(page)).tokens).toEqual({ browser: 0, tab: 0 })
  await page.reload()
  await expect(heading(text.signIn)).toBeVisible()
})

test('an application that configures Amplify again does not move the tokens', async ({
  page,
  person,
  openWith,
}) => {
  const { signIn, heading, text } = entrance(page)
  await openWith({ session: { keep: 'tab' } })
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  await page.evaluate(() => window.configureAmplifyAgain())
  await page.evaluate(() => window.session.fetchSession({ forceRefresh: true }))
  await expect(heading(text.signedIn)).toBeVisible()
  const { tokens } = await stored(page)
  expect(tokens.browser).toBe(0)
  expect(tokens.tab).toBeGreaterThan(3)
})

test('a browser that refuses its storage lets people in for as long as the page is open', async ({
  page,
  person,
  openWith,
}) => {
  await page.addInitScript(() => {
    for (const storage of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, storage, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      })
    }
  })
  const { signIn, heading, button, text } = entrance(page)
  await openWith({})
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  await button(text.signOut).click()
  await expect(heading(text.signIn)).toBeVisible()
})
