import { AdminCreateUserCommand } from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import { entrance } from './entrance.ts'
import { hands } from './hands.ts'
import { expect, password, test } from './journey.ts'

test('a new person signs up, looks at the token, calls the API and leaves, by keyboard alone', {
  tag: '@phone',
}, async ({ page, newEmail, codeFor }) => {
  const { open, button, field, heading, password: passwordField, text } = entrance(page)
  const { type, press, enter } = hands(page)
  const email = newEmail()
  await open()
  await press(button(text.signUp))
  await expect(heading(text.signUp)).toBeFocused()
  await type(field(text.email), email)
  await type(passwordField(), password)
  await type(field(text.name), '佐藤 葵')
  await enter()
  await expect(heading(text.confirmTitle)).toBeFocused()
  await type(field(text.code), await codeFor(email))
  await enter()
  await expect(heading(text.signedIn)).toBeFocused()

  const token = page.locator('summary', { hasText: text.idToken })
  await press(token)
  await expect(page.getByRole('button', { name: 'トークンをコピー' })).toBeVisible()
  await press(button(text.callApi))
  await expect(page.getByText(/ステータス 200/)).toBeVisible()
  await press(button(text.signOut))
  await expect(heading(text.signIn)).toBeFocused()
})

test('a forgotten password is replaced by keyboard alone', { tag: '@phone' }, async ({
  page,
  person,
  codeFor,
}) => {
  const { open, button, field, heading, password: passwordField, status, text } = entrance(page)
  const { type, press, enter } = hands(page)
  await open()
  await type(field(text.email), person.email)
  await press(button(text.forgot))
  await expect(heading('パスワードの再設定')).toBeFocused()
  await press(button('確認コードを送信'))
  await expect(heading(text.resetTitle)).toBeFocused()
  await type(field(text.code), await codeFor(person.email))
  await type(passwordField(text.newPassword), 'Another-2026')
  await enter()
  await expect(status).toContainText('パスワードを再設定しました。')
})

test('an invited user chooses a password by keyboard alone, and corrects what was refused', {
  tag: '@phone',
}, async ({ page, admin, newEmail }) => {
  const { open, field, heading, alert, password: passwordField, text } = entrance(page)
  const { type, press, enter } = hands(page)
  const email = newEmail()
  await admin.send(
    new AdminCreateUserCommand({
      UserPoolId: exampleSeed.userPoolId,
      Username: email,
      TemporaryPassword: password,
      MessageAction: 'SUPPRESS',
    }),
  )
  await open()
  await type(field(text.email), email)
  await type(passwordField(), password)
  await enter()
  await expect(heading(text.newPasswordTitle)).toBeFocused()
  await type(passwordField(text.newPassword), 'Another-2026')
  await enter()
  await expect(alert).toBeFocused()
  await press(alert.getByRole('link'))
  await expect(field(text.name)).toBeFocused()
  await type(field(text.name), '田中 一郎')
  await enter()
  await expect(heading(text.signedIn)).toBeFocused()
})

test('the language is switched and every session ended by keyboard alone', async ({ page, person }) => {
  const { open, signIn, button, heading, text } = entrance(page)
  const english = entrance(page, 'en')
  const { press } = hands(page)
  await open()
  await signIn(person)
  await expect(heading(text.signedIn)).toBeFocused()
  await press(page.getByRole('button', { name: 'English' }))
  await expect(english.heading(english.text.signedIn)).toBeVisible()
  await press(page.getByRole('button', { name: '日本語' }))
  await press(button('すべての端末からログアウト'))
  await expect(page.getByText('すべての端末からログアウトしました。')).toBeVisible()
})

test('whoever is in a field of a new screen before its heading has the focus stays there', async ({
  page,
}) => {
  const { open, button, text } = entrance(page)
  await open()
  await button(text.forgot).focus()
  const seen = await page.evaluateHandle(() => {
    const { promise, resolve } = Promise.withResolvers<string | undefined>()
    new MutationObserver((_, observer) => {
      if (document.querySelector('h1')?.textContent !== 'パスワードの再設定') return
      observer.disconnect()
      document.querySelector<HTMLInputElement>('input[type=email]')?.focus()
      // When the heading would have taken it long ago.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(document.activeElement?.localName)))
    }).observe(document, { childList: true, subtree: true, characterData: true })
    // In an object, so that nobody waits for it yet.
    return { promise }
  })
  await page.keyboard.press('Enter')
  expect(await seen.evaluate(({ promise }) => promise)).toBe('input')
})
