import { entrance, languages, locales } from './entrance.ts'
import { expect, test } from './journey.ts'

const passwordless = { emailOtpEnabled: true, webAuthn: {} }

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })

    test('somebody chooses the code by e-mail', { tag: '@phone' }, async ({ openWith, person, page, codeFor }) => {
      const { field, button, heading, text } = entrance(page, language)
      await openWith({ passwordless })
      await field(text.email).fill(person.email)
      await button(language === 'ja' ? '次へ' : 'Continue').click()
      await button(language === 'ja' ? 'メールで届くコード' : 'Code by email').click()
      await field(text.mfaCode).fill(await codeFor(person.email))
      await button(text.verify).click()
      await expect(heading(text.signedIn)).toBeFocused()
    })
  })
}
