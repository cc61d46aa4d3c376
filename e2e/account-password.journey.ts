import { accountPage } from './account-page.ts'
import { languages, locales } from './entrance.ts'
import { expect, password, test } from './journey.ts'

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })

    test('the password is changed, and the other sessions may be ended', { tag: '@phone' }, async ({
      page,
      person,
    }) => {
      const door = accountPage(page, language)
      const { openAs, said, button, alert, signIn, heading, text } = door
      const next = 'Another-2026'
      await openAs(person)
      await button(text.changePassword).click()
      await expect(door.password(text.oldPassword)).toBeFocused()
      await door.password(text.oldPassword).fill('Wrong-2026')
      await door.password(text.newPassword).fill('short')
      await button(text.submitPassword).click()
      await expect(alert).toContainText(text.policyUnmet)
      await door.password(text.newPassword).fill(next)
      await button(text.submitPassword).click()
      await expect(alert).toContainText(text.wrongPassword)
      await expect(door.password(text.oldPassword)).toHaveAttribute('aria-invalid', 'true')
      await door.password(text.oldPassword).fill(password)
      await button(text.submitPassword).click()
      await expect(said(text.passwordChanged)).toBeVisible()
      await expect(button(text.changePassword)).toBeFocused()
      await button(text.endOthers).click()
      await expect(heading(text.signIn)).toBeFocused()
      await expect(said(text.signedOutEverywhere)).toBeVisible()
      await signIn(person)
      await expect(alert).toContainText(text.incorrect)
      await signIn({ ...person, password: next })
      await expect(heading(text.signedIn)).toBeFocused()
    })
  })
}
