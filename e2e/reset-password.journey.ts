import { AdminResetUserPasswordCommand } from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import { entrance, languages, locales } from './entrance.ts'
import { expect, test } from './journey.ts'

const newPassword = 'Another-2026'

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })

    test('somebody who forgot the password chooses a new one by a code', { tag: '@phone' }, async ({
      page,
      person,
      codeFor,
    }) => {
      const { open, field, button, heading, password, status, signIn, text } = entrance(page, language)
      const ja = language === 'ja'
      await open()
      await field(text.email).fill(person.email)
      await button(text.forgot).click()
      await expect(heading(ja ? 'パスワードの再設定' : 'Reset your password')).toBeFocused()
      // What was typed once is not asked for again.
      await expect(field(text.email)).toHaveValue(person.email)
      await button(ja ? '確認コードを送信' : 'Send the code').click()
      await expect(heading(text.resetTitle)).toBeFocused()
      await field(text.code).fill(await codeFor(person.email))
      await password(text.newPassword).fill(newPassword)
      await button(ja ? 'パスワードを再設定' : 'Reset password').click()
      await expect(status).toContainText(ja ? 'パスワードを再設定しました。' : 'Your password is reset.')
      await expect(field(text.email)).toHaveValue(person.email)
      await signIn({ email: person.email, password: newPassword })
      await expect(heading(text.signedIn)).toBeVisible()
    })
  })
}

test('whoever has no account is answered like everybody else', async ({ page, newEmail }) => {
  const { open, field, button, heading, text } = entrance(page)
  const email = newEmail()
  await open()
  await field(text.email).fill(email)
  await button(text.forgot).click()
  await button('確認コードを送信').click()
  await expect(heading(text.resetTitle)).toBeVisible()
  await expect(page.getByText(`${email.charAt(0)}***@e***`)).toBeVisible()
})

test('a user whose password must be reset is led there', async ({ page, person, admin, codeFor }) => {
  const { open, signIn, heading, field, button, password, status, text } = entrance(page)
  await admin.send(
    new AdminResetUserPasswordCommand({ UserPoolId: exampleSeed.userPoolId, Username: person.email }),
  )
  await open()
  await signIn(person)
  await expect(heading('パスワードの再設定が必要です')).toBeFocused()
  await button('確認コードを送信').click()
  await expect(heading(text.resetTitle)).toBeFocused()
  await field(text.code).fill(await codeFor(person.email))
  await password(text.newPassword).fill(newPassword)
  await button('パスワードを再設定').click()
  await expect(status).toContainText('パスワードを再設定しました。')
})

test('the form tells a password manager whose password it is', async ({ page, person }) => {
  const { open, field, button, heading, password, text } = entrance(page)
  await open()
  await field(text.email).fill(person.email)
  await button(text.forgot).click()
  await button('確認コードを送信').click()
  await expect(heading(text.resetTitle)).toBeVisible()
  await expect(page.locator('form input[autocomplete=username]')).toHaveValue(person.email)
  await expect(password(text.newPassword)).toHaveAttribute('autocomplete', 'new-password')
})
