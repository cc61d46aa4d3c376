import { AdminCreateUserCommand } from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import { isAccessible } from './accessible.ts'
import { entrance } from './entrance.ts'
import { expect, password, test } from './journey.ts'

test('every screen has nothing that axe finds, and no sideways scrolling', async ({
  page,
  admin,
  newEmail,
  person,
  codeFor,
}) => {
  test.slow()
  const { open, field, button, heading, alert, signIn, password: passwordField, text } = entrance(page)
  await open()
  await isAccessible(page)
  await page.getByText('用意されているユーザー').click()
  await isAccessible(page)

  await button(text.signIn).click()
  await expect(alert).toBeFocused()
  await isAccessible(page)

  await button(text.forgot).click()
  await expect(heading('パスワードの再設定')).toBeFocused()
  await isAccessible(page)
  await field(text.email).fill(person.email)
  await button('確認コードを送信').click()
  await expect(heading(text.resetTitle)).toBeFocused()
  await isAccessible(page)

  const email = newEmail()
  await page.goto('/')
  await button(text.signUp).click()
  await expect(heading(text.signUp)).toBeFocused()
  await isAccessible(page)
  await field(text.email).fill(email)
  await passwordField().fill(password)
  await field(text.name).fill('佐藤 葵')
  await button(text.submitSignUp).click()
  await expect(heading(text.confirmTitle)).toBeFocused()
  await isAccessible(page)
  await field(text.code).fill(await codeFor(email))
  await button(text.confirm).click()
  await expect(heading(text.signedIn)).toBeFocused()
  await page.getByText(text.idToken).click()
  await button(text.callApi).click()
  await expect(page.getByText(/ステータス 200/)).toBeVisible()
  await isAccessible(page)
  await button(text.signOut).click()
  await expect(heading(text.signIn)).toBeFocused()

  const invited = newEmail()
  await admin.send(
    new AdminCreateUserCommand({
      UserPoolId: exampleSeed.userPoolId,
      Username: invited,
      TemporaryPassword: password,
      MessageAction: 'SUPPRESS',
    }),
  )
  await signIn({ email: invited, password })
  await expect(heading(text.newPasswordTitle)).toBeFocused()
  await isAccessible(page)
})

test('nothing moves for people who ask for less motion', async ({ page, person, places }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const { open, signIn, button, text } = entrance(page)
  await page.route(`${places.pool}/`, () => new Promise(() => {}))
  await open()
  await signIn(person)
  await expect(button(text.signingIn)).toBeVisible()
  const moving = await page.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
  )
  expect(moving).toBe(0)
})

test('what can be pressed is large enough for a thumb', { tag: '@phone' }, async ({ page }) => {
  await entrance(page).open()
  for (const target of await page.getByRole('button').all()) {
    const box = await target.boundingBox()
    if (!box) continue
    expect(box.height).toBeGreaterThanOrEqual(24)
    expect(box.width).toBeGreaterThanOrEqual(24)
  }
})
