import { AdminCreateUserCommand, AdminGetUserCommand } from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import { entrance, languages, locales } from './entrance.ts'
import { expect, password, test } from './journey.ts'

const UserPoolId = exampleSeed.userPoolId

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })

    test('an invited user chooses a password and says what is missing', { tag: '@phone' }, async ({
      page,
      admin,
      newEmail,
      codeFor,
    }) => {
      const {
        open,
        signIn,
        heading,
        field,
        password: passwordField,
        button,
        alert,
        text,
      } = entrance(page, language)
      const email = newEmail()
      await admin.send(
        new AdminCreateUserCommand({
          UserPoolId,
          Username: email,
          // Without one the user would have no password at all: the pool lets people sign in by code, too.
          TemporaryPassword: 'Invited-2026',
          DesiredDeliveryMediums: ['EMAIL'],
        }),
      )
      const temporary = await codeFor(email)
      await open()
      await signIn({ email, password: temporary })
      await expect(heading(text.newPasswordTitle)).toBeFocused()

      const submit = button(text.submitNewPassword)
      await passwordField(text.newPassword).fill(password)
      await submit.click()
      await expect(alert).toContainText(text.name)

      await field(text.name).fill('田中 一郎')
      await submit.click()
      await expect(heading(text.signedIn)).toBeFocused()
      const user = await admin.send(new AdminGetUserCommand({ UserPoolId, Username: email }))
      expect(user.UserStatus).toBe('CONFIRMED')
      expect(user.UserAttributes).toContainEqual({ Name: 'name', Value: '田中 一郎' })
    })
  })
}

test('the rules are told one by one while the password is typed', async ({ page, admin, newEmail }) => {
  const { open, signIn, password: passwordField, button, alert, text } = entrance(page)
  const email = newEmail()
  await admin.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username: email,
      TemporaryPassword: password,
      MessageAction: 'SUPPRESS',
    }),
  )
  await open()
  await signIn({ email, password })
  const met = page.getByRole('listitem').filter({ hasText: /^満たしています：/ })
  await expect(met).toHaveCount(0)
  for (const [typed, count] of [
    ['a', 1],
    ['aA', 2],
    ['aA1', 3],
    ['aA1-', 4],
    ['aA1-bbbb', 5],
  ] as const) {
    await passwordField(text.newPassword).fill(typed)
    await expect(met).toHaveCount(count)
  }
  await passwordField(text.newPassword).fill('aA1')
  await button(text.submitNewPassword).click()
  await expect(alert).toContainText('パスワードの条件をすべて満たしてください。')
})

test('a challenge that took too long leads back to the sign-in form, with the e-mail address kept', async ({
  page,
  ownPool,
}) => {
  const { open, signIn, heading, field, password: passwordField, button, alert, text } = entrance(page)
  const email = 'invited@example.com'
  await open()
  await signIn({ email, password })
  await expect(heading(text.newPasswordTitle)).toBeVisible()
  ownPool.wait({ minutes: 4 })
  await passwordField(text.newPassword).fill('Another-2026')
  await field(text.name).fill('田中 一郎')
  await button(text.submitNewPassword).click()
  await expect(heading(text.signIn)).toBeVisible()
  await expect(alert).toContainText('一定時間が経過したため、手続きの有効期限が切れました。')
  await expect(field(text.email)).toHaveValue(email)
})

test('a temporary password that has ended is told so', async ({ page, ownPool }) => {
  const { open, signIn, alert } = entrance(page)
  ownPool.wait({ minutes: 366 * 24 * 60 })
  await open()
  await signIn({ email: 'invited@example.com', password })
  await expect(alert).toContainText('仮パスワードの有効期限が切れています。')
})
