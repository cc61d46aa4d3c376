import {
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { accountPage, phone, say, UserPoolId, wrongCode } from './account-page.ts'
import { languages, locales } from './entrance.ts'
import { expect, test } from './journey.ts'

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })

    test('a name is changed where it stands', { tag: '@phone' }, async ({ page, admin, person }) => {
      const { openAs, row, said, field, button, alert, heading, claim, text } = accountPage(page, language)
      await openAs(person)
      await expect(row(text.email)).toContainText(person.email)
      await expect(row(text.email)).toContainText(text.verified)
      await button(text.change(text.name)).click()
      await expect(field(text.name)).toBeFocused()
      await field(text.name).fill('')
      await button(text.save).click()
      await expect(alert).toContainText(text.nameMissing)
      await field(text.name).fill('山田 はな')
      await button(text.save).click()
      await expect(said(text.saved)).toBeVisible()
      await expect(button(text.change(text.name))).toBeFocused()
      await expect(row(text.name)).toContainText('山田 はな')
      const { UserAttributes } = await admin.send(
        new AdminGetUserCommand({ UserPoolId, Username: person.email }),
      )
      expect(UserAttributes).toContainEqual({ Name: 'name', Value: '山田 はな' })

      await button(text.back).click()
      await expect(heading(text.signedIn)).toBeFocused()
      await page.getByText(text.idToken).click()
      await expect(claim('name')).toContainText('山田 はな')
    })

    test('a new e-mail address is verified by its code, and signs in from then on', {
      tag: '@phone',
    }, async ({ page, person, newEmail, codeFor }) => {
      const { openAs, row, said, field, button, alert, signIn, heading, text } = accountPage(page, language)
      const address = newEmail()
      await openAs(person)
      await button(text.change(text.email)).click()
      await field(text.email).fill('hanako@example.com')
      await button(text.save).click()
      await expect(alert).toContainText(text.taken)
      await field(text.email).fill(address)
      await button(text.save).click()
      await expect(field(text.code)).toBeFocused()
      await expect(row(text.email)).toContainText(address)
      await expect(row(text.email)).toContainText(text.unverified)
      await field(text.code).fill(wrongCode(await codeFor(address)))
      await button(text.confirm).click()
      await expect(alert).toContainText(text.wrongCode)
      await button(text.cancel).click()

      await button(text.verify(text.email)).click()
      await expect(field(text.code)).toBeFocused()
      const earlier = await codeFor(address)
      const sent = page.waitForResponse(
        (response) =>
          response.request().headers()['x-amz-target']?.endsWith('GetUserAttributeVerificationCode') ?? false,
      )
      await button(text.resend).click()
      await sent
      const code = await codeFor(address)
      expect(code).not.toBe(earlier)
      await field(text.code).fill(code)
      await button(text.confirm).click()
      await expect(said(text.confirmed)).toBeVisible()
      await expect(row(text.email)).toContainText(text.verified)

      await button(text.signOut).click()
      await signIn({ ...person, email: address })
      await expect(heading(text.signedIn)).toBeFocused()
    })

    test('a phone number is added, verified, and deleted again', { tag: '@phone' }, async ({
      page,
      ownPool,
    }) => {
      const { openAs, row, said, field, button, alert, text } = accountPage(page, language)
      await openAs(ownPool.hanako)
      await expect(row(text.phone)).toContainText(text.none)
      await button(text.add(text.phone)).click()
      await field(text.phone).fill('090-1234-5678')
      await button(text.save).click()
      await expect(alert).toContainText(text.phoneMalformed)
      await field(text.phone).fill('＋８１ ９０-１２３４-５６７８')
      await button(text.save).click()
      await expect(said(text.saved)).toBeVisible()
      await expect(row(text.phone)).toContainText(phone)
      await button(text.verify(text.phone)).click()
      await field(text.code).fill(await ownPool.codeFor(phone))
      await button(text.confirm).click()
      await expect(said(text.confirmed)).toBeVisible()
      await expect(row(text.phone)).toContainText(text.verified)
      await button(text.remove(text.phone)).click()
      await expect(said(text.removed)).toBeVisible()
      await expect(button(text.add(text.phone))).toBeFocused()
      await expect(button(text.remove(text.name))).toHaveCount(0)
      await expect(button(text.remove(text.email))).toHaveCount(0)
    })
  })
}

test('an attribute that nobody must have can be deleted', async ({ page, person, admin }) => {
  const { openAs, row, said, button } = accountPage(page)
  await admin.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId,
      Username: person.email,
      UserAttributes: [{ Name: 'nickname', Value: 'はなちゃん' }],
    }),
  )
  await openAs(person)
  await expect(row(say.nickname)).toContainText('はなちゃん')
  await button(say.remove(say.nickname)).click()
  await expect(said(say.removed)).toBeVisible()
  await expect(button(say.add(say.nickname))).toBeFocused()
})

test('changes a name with the keyboard alone', { tag: '@phone' }, async ({ page, person }) => {
  const { openAs, field, button, said, text } = accountPage(page)
  await openAs(person)
  await page.keyboard.press('Tab')
  await expect(button(text.back)).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(button(text.change(text.name))).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(field(text.name)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Hana')
  await page.keyboard.press('Enter')
  await expect(said(text.saved)).toBeVisible()
  await expect(button(text.change(text.name))).toBeFocused()
})
