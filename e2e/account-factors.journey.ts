import { AdminUpdateUserAttributesCommand } from '@aws-sdk/client-cognito-identity-provider'
import { accountPage, offerAll, phone, say, scan, UserPoolId, wrongCode } from './account-page.ts'
import { languages, locales, words } from './entrance.ts'
import { expect, test } from './journey.ts'

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })

    test('an authenticator app is added, asked for, and turned off', { tag: '@phone' }, async ({
      page,
      ownPool,
    }) => {
      const { openAs, row, said, field, button, alert, signIn, heading, text } = accountPage(page, language)
      await offerAll(ownPool)
      await openAs(ownPool.hanako)
      const app = text.choices.TOTP
      await expect(row(app)).toContainText(text.off)
      await button(text.turnOn(app)).click()
      await expect(field(text.mfaCode)).toBeFocused()
      const totp = await scan(page)
      expect(totp).toMatchObject({ issuer: 'Genkan', label: ownPool.hanako.email })
      const storage = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
      expect(storage).not.toContain(totp.secret.base32)
      const code = totp.generate({ timestamp: ownPool.now() })
      await field(text.mfaCode).fill(wrongCode(code))
      await button(text.addApp).click()
      await expect(alert).toContainText(text.setupMismatch)
      await field(text.mfaCode).fill(code)
      await button(text.addApp).click()
      await expect(said(text.appAdded)).toBeVisible()
      await expect(row(app)).toContainText(text.preferred)
      await expect(button(text.turnOff(app))).toBeFocused()

      await button(text.signOut).click()
      await signIn(ownPool.hanako)
      await expect(heading(text.mfaCodeTitle)).toBeFocused()
      ownPool.wait({ minutes: 1 })
      await field(text.mfaCode).fill(totp.generate({ timestamp: ownPool.now() }))
      await button(words[language].verify).click()
      await button(text.account).click()
      await button(text.turnOff(app)).click()
      await expect(row(app).getByText(text.off, { exact: true })).toBeVisible()
      await button(text.signOut).click()
      await signIn(ownPool.hanako)
      await expect(heading(text.signedIn)).toBeFocused()
    })
  })
}

test('second factors are turned on one by one, and one of them is preferred', async ({ page, ownPool }) => {
  const { openAs, row, button, signIn, heading } = accountPage(page)
  const { EMAIL, SMS } = say.choices
  await offerAll(ownPool)
  await openAs(ownPool.hanako)
  await expect(button(say.turnOn(SMS))).toHaveCount(0)
  await expect(row(SMS)).toContainText('電話番号の登録と確認が済むと')
  await ownPool.admin.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId,
      Username: ownPool.hanako.email,
      UserAttributes: [
        { Name: 'phone_number', Value: phone },
        { Name: 'phone_number_verified', Value: 'true' },
      ],
    }),
  )
  await button(say.turnOn(EMAIL)).click()
  await expect(row(EMAIL)).toContainText(say.preferred)
  await expect(button(say.turnOff(EMAIL))).toBeFocused()
  await button(say.turnOn(SMS)).click()
  await expect(row(SMS).getByText(say.on, { exact: true })).toBeVisible()
  await button(say.prefer(SMS)).click()
  await expect(row(SMS)).toContainText(say.preferred)
  await expect(row(EMAIL).getByText(say.on, { exact: true })).toBeVisible()
  await button(say.signOut).click()
  await signIn(ownPool.hanako)
  await expect(heading(say.mfaCodeTitle)).toBeFocused()
  await expect(page.locator('.lead')).toContainText('SMS')
})

test('a factor that the pool does not offer is told so', async ({ page, person }) => {
  const { openAs, button, alert } = accountPage(page)
  await openAs(person)
  await button(say.turnOn(say.choices.TOTP)).click()
  await expect(alert).toContainText(say.unavailable)
  await expect(button(say.turnOn(say.choices.TOTP))).toBeVisible()
})
