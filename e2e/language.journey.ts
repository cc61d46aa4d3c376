import { entrance, languages, locales, words } from './entrance.ts'
import { expect, test } from './journey.ts'

for (const language of languages) {
  test.describe(`a browser that prefers ${language}`, () => {
    test.use({ locale: locales[language] })

    test('gets the page in it, and says so to screen readers and the title', async ({ page }) => {
      const { open, text } = entrance(page, language)
      await open()
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expect(page).toHaveTitle(new RegExp(text.signIn))
    })
  })
}

test.describe('a browser that prefers another language', () => {
  test.use({ locale: 'fr-FR' })

  test('gets English', async ({ page }) => {
    await entrance(page, 'en').open()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  })
})

test('switches at once, keeps what is typed, and remembers the choice', { tag: '@phone' }, async ({
  page,
}) => {
  const { open, field, text } = entrance(page)
  const english = entrance(page, 'en')
  await open()
  await field(text.email).fill('hanako@example.com')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(english.heading(words.en.signIn)).toBeVisible()
  await expect(english.field(words.en.email)).toHaveValue('hanako@example.com')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.reload()
  await expect(english.heading(words.en.signIn)).toBeVisible()
})
