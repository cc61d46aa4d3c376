import { isAccessible } from './accessible.ts'
import { accountPage, offerAll, say } from './account-page.ts'
import { languages, locales } from './entrance.ts'
import { expect, test } from './journey.ts'

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })

    test('the account is deleted by two presses', { tag: '@phone' }, async ({ page, person }) => {
      const { openAs, said, button, alert, signIn, heading, text } = accountPage(page, language)
      await openAs(person)
      await button(text.deleteAccount).click()
      await expect(page.getByText(text.question)).toBeFocused()
      await button(text.cancel).click()
      await expect(button(text.deleteAccount)).toBeFocused()
      await button(text.deleteAccount).click()
      await button(text.deleteForGood).click()
      await expect(heading(text.signIn)).toBeFocused()
      await expect(said(text.deleted)).toBeVisible()
      const tokens = await page.evaluate(() => Object.keys(localStorage).filter((key) => /Cognito/.test(key)))
      expect(tokens).toEqual([])
      await signIn(person)
      await expect(alert).toContainText(text.incorrect)
    })
  })
}

test('a session that has ended meanwhile leads to the sign-in form', async ({ page, ownPool }) => {
  const { openAs, field, button, heading, said } = accountPage(page)
  await openAs(ownPool.hanako)
  await button(say.change(say.name)).click()
  await field(say.name).fill('山田 はな')
  ownPool.wait({ minutes: 61 })
  await button(say.save).click()
  await expect(heading(say.signIn)).toBeFocused()
  await expect(said(say.sessionExpired)).toBeVisible()
  await expect(field(say.email)).toHaveValue(ownPool.hanako.email)
})

test('without a network nothing that is typed is lost', async ({ page, person, context, expectedErrors }) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/)
  const { openAs, field, button, alert, said } = accountPage(page)
  await openAs(person)
  await button(say.change(say.name)).click()
  await field(say.name).fill('山田 はな')
  await context.setOffline(true)
  await button(say.save).click()
  await expect(alert).toContainText('サーバーに接続できません。')
  await expect(field(say.name)).toHaveValue('山田 はな')
  await context.setOffline(false)
  await button(say.save).click()
  await expect(said(say.saved)).toBeVisible()
})

test('whoever only signs in does not load the account page, and a failed load can be tried again', async ({
  page,
  person,
  context,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/)
  const { open, signIn, heading, button, alert } = accountPage(page)
  const scripts: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.text())
  })
  await open()
  await signIn(person)
  await expect(heading(say.signedIn)).toBeVisible()
  await page.waitForLoadState('networkidle')
  const loaded = (await Promise.all(scripts)).join('')
  expect(loaded).toContain(say.signedIn)
  expect(loaded).not.toContain(say.deleteForGood)
  await context.setOffline(true)
  await button(say.account).click()
  await expect(alert).toContainText('サーバーに接続できません。')
  await context.setOffline(false)
  await button('もう一度試す').click()
  await expect(page.getByRole('heading', { level: 2, name: say.details })).toBeVisible()
})

test('the account page has nothing that axe finds, and no sideways scrolling', async ({ page, ownPool }) => {
  test.slow()
  const { openAs, field, button, alert } = accountPage(page)
  await offerAll(ownPool)
  await openAs(ownPool.hanako)
  await isAccessible(page)
  await button(say.change(say.email)).click()
  await field(say.email).fill(`${'long-'.repeat(8)}address@example.com`)
  await button(say.save).click()
  await expect(field(say.code)).toBeFocused()
  await button(say.confirm).click()
  await expect(alert).toBeFocused()
  await button(say.changePassword).click()
  await button(say.turnOn(say.choices.TOTP)).click()
  await expect(field(say.mfaCode)).toBeFocused()
  await button(say.deleteAccount).click()
  await expect(page.getByText(say.question)).toBeFocused()
  await isAccessible(page)
})
