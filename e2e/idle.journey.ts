import { isAccessible } from './accessible.ts'
import { entrance, languages, locales } from './entrance.ts'
import { expect, test } from './journey.ts'

const words = {
  ja: {
    title: 'まもなくログアウトします',
    stay: 'ログインを続ける',
    left: /あと \d+ 秒/,
    over: 'しばらく操作がなかったため、ログアウトしました。',
    keep: 'ログインしたままにする',
  },
  en: {
    title: 'You will be signed out soon',
    stay: 'Stay signed in',
    left: /\d+ seconds left/,
    over: 'You were signed out because nothing was done for a while.',
    keep: 'Keep me signed in',
  },
} as const

for (const language of languages) {
  const told = words[language]

  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })

    test('whoever does nothing on a shared computer is warned, may go on, and is signed out', {
      tag: '@phone',
    }, async ({ page, person, openWith }) => {
      await page.clock.install()
      const { signIn, heading, text } = entrance(page, language)
      await openWith({})
      await page.getByRole('checkbox', { name: told.keep }).uncheck()
      await signIn(person)
      await expect(heading(text.signedIn)).toBeVisible()

      const warning = page.getByRole('alertdialog', { name: told.title })
      await page.clock.fastForward('13:50')
      await expect(warning).toHaveCount(0)
      await page.clock.fastForward('00:20')
      await expect(warning).toBeVisible()
      await expect(warning).toContainText(told.left)
      const stay = warning.getByRole('button', { name: told.stay })
      await expect(stay).toBeFocused()
      await isAccessible(page)
      await page.keyboard.press('Enter')
      await expect(warning).toBeHidden()
      await expect(heading(text.signedIn)).toBeVisible()

      await page.clock.fastForward('14:10')
      await expect(warning).toBeVisible()
      await page.clock.fastForward('01:00')
      await expect(heading(text.signIn)).toBeVisible()
      await expect(page.getByText(told.over)).toBeVisible()
      await expect(entrance(page, language).field(text.email)).toHaveValue('')
    })
  })
}

test('a developer may set the time for everybody; what is done in one tab counts in all', async ({
  context,
  page,
  person,
  openWith,
}) => {
  await context.clock.install()
  const settings = { session: { idleMinutes: 10 } }
  const { signIn, heading, text } = entrance(page)
  await openWith(settings)
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  const other = await context.newPage()
  await openWith(settings, 'entrance', other)
  await expect(entrance(other).heading(text.signedIn)).toBeVisible()
  const warnings = [page, other].map((tab) => tab.getByRole('alertdialog'))
  await context.clock.fastForward('08:00')
  await other.keyboard.press('Tab')
  await context.clock.fastForward('01:30')
  for (const warning of warnings) await expect(warning).toHaveCount(0)
  await context.clock.fastForward('08:00')
  for (const warning of warnings) await expect(warning).toBeVisible()
  await other.keyboard.press('Escape')
  for (const warning of warnings) await expect(warning).toBeHidden()
  await context.clock.fastForward('10:00')
  for (const tab of [page, other]) await expect(entrance(tab).heading(text.signIn)).toBeVisible()
})

test('whoever comes back too late finds the form, and nothing else before it', async ({
  page,
  person,
  openWith,
}) => {
  await page.clock.install()
  const { signIn, heading, text } = entrance(page)
  await openWith({ session: { idleMinutes: 10 } })
  await signIn(person)
  await expect(heading(text.signedIn)).toBeVisible()
  await page.goto('about:blank')
  await page.clock.fastForward('12:00')
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    new MutationObserver(() => {
      const state = document.querySelector<HTMLElement>('.genkan')?.dataset.state
      if (state && seen.at(-1) !== state) seen.push(state)
    }).observe(document, { childList: true, subtree: true, attributes: true })
  })
  await openWith({ session: { idleMinutes: 10 } })
  await expect(heading(text.signIn)).toBeVisible()
  await expect(page.getByText(words.ja.over)).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([
    'restoring',
    'asking',
  ])
})
