import {
  AdminConfirmSignUpCommand,
  AdminCreateUserCommand,
  AdminUserGlobalSignOutCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { accountPage } from './account-page.ts'
import { entrance } from './entrance.ts'
import { expect, password, test } from './journey.ts'

// What needs no inbox and no clock, and so is the same on a pool of Amazon's: TARGET=aws runs these journeys alone.

test('on any pool, somebody signs up, is confirmed by an administrator, and signs in', async ({
  page,
  places,
  admin,
  newEmail,
}) => {
  const { open, button, field, heading, password: passwordField, signIn, claim, text } = entrance(page)
  const email = newEmail()
  await open()
  await button(text.signUp).click()
  await field(text.email).fill(email)
  await passwordField().fill(password)
  await field(text.name).fill('佐藤 葵')
  await button(text.submitSignUp).click()
  await expect(heading(text.confirmTitle)).toBeFocused()
  await admin.send(new AdminConfirmSignUpCommand({ UserPoolId: places.userPoolId, Username: email }))
  await page.goto('/')
  await signIn({ email, password })
  await expect(heading(text.signedIn)).toBeFocused()
  await page.getByText(text.idToken).click()
  await expect(claim('email')).toContainText(email)
})

test('on any pool, a wrong password is told as somebody unknown is, and the right one calls the API', async ({
  page,
  person,
  newEmail,
}) => {
  const { open, button, heading, alert, signIn, text } = entrance(page)
  await open()
  for (const stranger of [
    { ...person, password: 'Wrong-2026' },
    { email: newEmail(), password },
  ]) {
    await signIn(stranger)
    await expect(alert).toContainText(text.incorrect)
  }
  await signIn(person)
  await expect(heading(text.signedIn)).toBeFocused()
  await button(text.callApi).click()
  await expect(page.getByText(person.email).first()).toBeVisible()
})

test('on any pool, an invited user chooses a password', async ({ page, places, admin, newEmail }) => {
  const { open, button, field, heading, password: passwordField, signIn, text } = entrance(page)
  const email = newEmail()
  await admin.send(
    new AdminCreateUserCommand({
      UserPoolId: places.userPoolId,
      Username: email,
      TemporaryPassword: password,
      MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'email_verified', Value: 'true' }],
    }),
  )
  await open()
  await signIn({ email, password })
  await expect(heading(text.newPasswordTitle)).toBeFocused()
  await passwordField(text.newPassword).fill('Chosen-2026')
  await field(text.name).fill('佐藤 葵')
  await button(text.submitNewPassword).click()
  await expect(heading(text.signedIn)).toBeFocused()
})

test('on any pool, a session outlives a reload, changes a name, and ends when it is ended elsewhere', async ({
  page,
  places,
  admin,
  person,
}) => {
  const { openAs, button, field, said, heading, text } = accountPage(page)
  await openAs(person)
  await page.reload()
  await expect(heading(text.signedIn)).toBeVisible()
  await button(text.account).click()
  await button(text.change(text.name)).click()
  await field(text.name).fill('山田 はな')
  await button(text.save).click()
  await expect(said(text.saved)).toBeVisible()
  await admin.send(
    new AdminUserGlobalSignOutCommand({ UserPoolId: places.userPoolId, Username: person.email }),
  )
  await button(text.change(text.name)).click()
  await field(text.name).fill('山田 花')
  await button(text.save).click()
  await expect(heading(text.signIn)).toBeVisible()
})
