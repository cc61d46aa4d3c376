import type { Page } from '@playwright/test'
import { entrance, type Language, languages, locales } from './entrance.ts'
import { expect, password, test } from './journey.ts'

/** Fills the form for a new account and sends it. */
async function signUp(page: Page, email: string, language: Language = 'ja') {
  const { open, button, field, heading, password: passwordField, text } = entrance(page, language)
  await open()
  await button(text.signUp).click()
  await expect(heading(text.signUp)).toBeFocused()
  await field(text.email).fill(email)
  await passwordField().fill(password)
  await field(text.name).fill('佐藤 葵')
  await button(text.submitSignUp).click()
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })

    test('a new person signs up, confirms, and is in without typing the password again', {
      tag: '@phone',
    }, async ({ page, newEmail, codeFor }) => {
      const { heading, field, button, text } = entrance(page, language)
      const email = newEmail()
      await signUp(page, email, language)
      await expect(heading(text.confirmTitle)).toBeFocused()
      await expect(page.getByText(`${email.charAt(0)}***@e***`)).toBeVisible()
      await field(text.code).fill(await codeFor(email))
      await button(text.confirm).click()
      await expect(heading(text.signedIn)).toBeFocused()
    })

    test('a wrong code is told, and the right one works after it', async ({ page, newEmail, codeFor }) => {
      const { heading, field, button, alert, text } = entrance(page, language)
      const email = newEmail()
      await signUp(page, email, language)
      const code = await codeFor(email)
      await field(text.code).fill(code === '000000' ? '000001' : '000000')
      await button(text.confirm).click()
      await expect(alert).toContainText(
        language === 'ja' ? '確認コードが正しくありません。' : 'The confirmation code is not right.',
      )
      await field(text.code).fill(code)
      await button(text.confirm).click()
      await expect(heading(text.signedIn)).toBeVisible()
    })
  })
}

test('a code in full-width digits, with spaces, is understood', async ({ page, newEmail, codeFor }) => {
  const { heading, field, button, text } = entrance(page)
  const email = newEmail()
  await signUp(page, email)
  const code = [...(await codeFor(email))]
    .map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    .join('')
  await field(text.code).fill(`${code.slice(0, 3)}　${code.slice(3)}`)
  await button(text.confirm).click()
  await expect(heading(text.signedIn)).toBeVisible()
})

test('the code field takes a pasted code whole and offers the one from the mail', async ({
  page,
  newEmail,
}) => {
  const { field, text } = entrance(page)
  await signUp(page, newEmail())
  await expect(field(text.code)).toHaveAttribute('autocomplete', 'one-time-code')
  await expect(field(text.code)).toHaveAttribute('inputmode', 'numeric')
  await expect(field(text.code)).not.toHaveAttribute('maxlength')
})

test('another code can be sent after the countdown; the first one is void then', async ({
  page,
  newEmail,
  codeFor,
}) => {
  const { heading, field, button, alert, status, text } = entrance(page)
  const email = newEmail()
  await page.clock.install()
  await signUp(page, email)
  await expect(heading(text.confirmTitle)).toBeVisible()
  const first = await codeFor(email)
  await expect(page.getByRole('button', { name: /コードを再送信（あと \d+ 秒）/ })).toBeVisible()
  await page.clock.runFor(61_000)
  await button('コードを再送信').click()
  await expect(status).toContainText('新しい確認コードを送信しました。')
  const second = await codeFor(email)
  if (second !== first) {
    await field(text.code).fill(first)
    await button(text.confirm).click()
    await expect(alert).toContainText('確認コードが正しくありません。')
  }
  await field(text.code).fill(second)
  await button(text.confirm).click()
  await expect(heading(text.signedIn)).toBeVisible()
})

test('a reload in the middle leads back to the sign-in form with the e-mail address, and on from there', async ({
  page,
  newEmail,
  codeFor,
}) => {
  const { heading, field, button, signIn, text } = entrance(page)
  const email = newEmail()
  await signUp(page, email)
  await expect(heading(text.confirmTitle)).toBeVisible()
  await page.reload()
  await expect(heading(text.signIn)).toBeVisible()
  await expect(field(text.email)).toHaveValue(email)
  await signIn({ email, password })
  await expect(heading(text.confirmTitle)).toBeVisible()
  await field(text.code).fill(await codeFor(email))
  await button(text.confirm).click()
  await expect(heading(text.signedIn).or(heading(text.signIn))).toBeVisible()
})

test('an address that is taken is told so', async ({ page, person }) => {
  const { alert } = entrance(page)
  await signUp(page, person.email)
  await expect(alert).toContainText('このメールアドレスはすでに登録されています。')
})

test('a code that is too old is told so, and a new one works', async ({ page, ownPool }) => {
  const { heading, field, button, alert, text } = entrance(page)
  const email = 'late@example.com'
  await signUp(page, email)
  await expect(heading(text.confirmTitle)).toBeVisible()
  const code = await ownPool.codeFor(email)
  ownPool.wait({ minutes: 25 * 60 })
  await field(text.code).fill(code)
  await button(text.confirm).click()
  await expect(alert).toContainText('確認コードの有効期限が切れています。')
})

test('too many wrong codes are told so', async ({ page, newEmail }) => {
  test.slow()
  const { field, button, alert, text, heading } = entrance(page)
  await signUp(page, newEmail())
  await expect(heading(text.confirmTitle)).toBeVisible()
  for (let attempt = 0; attempt < 16; attempt += 1) {
    await field(text.code).fill(String(attempt).padStart(6, '0'))
    const answer = page.waitForResponse(
      (response) => response.request().headers()['x-amz-target']?.endsWith('ConfirmSignUp') ?? false,
    )
    await button(text.confirm).click()
    await answer
    await expect(button(text.confirm)).toHaveAttribute('aria-disabled', 'false')
  }
  await expect(alert).toContainText('一時的に制限')
})
