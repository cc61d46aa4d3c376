import {
  AdminCreateUserCommand,
  SetUserPoolMfaConfigCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { expect, password, test } from './journey.ts'
import { authenticator, operationOf } from './passkeys.ts'

// Amplify UI's Authenticator, which many apps have in the place of an entrance of their own, on the local user pool.

const settings = { loginWith: { email: true } }

/** The Authenticator as a person uses it. */
function entrance(page: Page) {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  // A password field has no role.
  const secret = (label: string) => page.getByLabel(label, { exact: true })
  return {
    button,
    field,
    secret,
    alert: page.getByRole('alert'),
    heading: (name: string) => page.getByRole('heading', { name, exact: true }),
    signedIn: (email: string) => page.getByRole('heading', { name: `Hello ${email}` }),
    async signIn(person: { email: string; password: string }) {
      await field('Email').fill(person.email)
      await secret('Password').fill(person.password)
      await button('Sign in').click()
    },
  }
}

test('somebody signs up, confirms with the code, is signed in and signs out', async ({
  openWith,
  page,
  newEmail,
  codeFor,
}) => {
  const email = newEmail()
  const ui = entrance(page)
  await openWith(settings, 'authenticator')
  await page.getByRole('tab', { name: 'Create Account' }).click()
  await ui.field('Email').fill(email)
  await ui.secret('Password').fill(password)
  await ui.secret('Confirm Password').fill(password)
  await ui.field('Name').fill('山田 花子')
  await ui.button('Create Account').click()

  await ui.heading('We Emailed You').waitFor()
  await ui.field('Confirmation Code').fill('000000')
  await ui.button('Confirm').click()
  await expect(ui.alert).toHaveText('Invalid verification code provided, please try again.')
  const sent = page.waitForResponse((answer) => operationOf(answer.request()) === 'ResendConfirmationCode')
  await ui.button('Resend Code').click()
  await sent
  await ui.field('Confirmation Code').fill(await codeFor(email))
  await ui.button('Confirm').click()
  await ui.signedIn(email).waitFor()

  await page.reload()
  await ui.button('Sign out').click()
  await ui.button('Sign in').waitFor()
})

test('a wrong password is refused, the right one lets in', async ({ openWith, page, person }) => {
  const ui = entrance(page)
  await openWith(settings, 'authenticator')
  await ui.signIn({ ...person, password: 'Wrong-2026' })
  await expect(ui.alert).toHaveText('Incorrect username or password.')
  await ui.signIn(person)
  await ui.signedIn(person.email).waitFor()
})

test('a forgotten password is reset with the code', async ({ openWith, page, person, codeFor }) => {
  const ui = entrance(page)
  await openWith(settings, 'authenticator')
  await ui.button('Forgot your password?').click()
  await ui.field('Enter your email').fill(person.email)
  await ui.button('Send code').click()
  await ui.field('Code *').fill(await codeFor(person.email))
  await ui.secret('New Password').fill('Chosen-2026')
  await ui.secret('Confirm Password').fill('Chosen-2026')
  await ui.button('Submit').click()
  await ui.signIn({ ...person, password: 'Chosen-2026' })
  await ui.signedIn(person.email).waitFor()
})

test('an invited user chooses a password and says what is missing', async ({
  openWith,
  page,
  admin,
  newEmail,
}) => {
  const email = newEmail()
  await admin.send(
    new AdminCreateUserCommand({
      UserPoolId: exampleSeed.userPoolId,
      Username: email,
      TemporaryPassword: password,
      MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'email_verified', Value: 'true' }],
    }),
  )
  const ui = entrance(page)
  await openWith(settings, 'authenticator')
  await ui.signIn({ email, password })
  await ui.heading('Change Password').waitFor()
  await ui.secret('Password').fill('Chosen-2026')
  await ui.secret('Confirm Password').fill('Chosen-2026')
  await ui.field('Name').fill('佐藤 健')
  await ui.button('Change Password').click()
  await ui.signedIn(email).waitFor()
})

test('an authenticator app is set up and asked for', async ({ openWith, page, ownPool }) => {
  const { hanako, admin, now, wait } = ownPool
  await admin.send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId: exampleSeed.userPoolId,
      MfaConfiguration: 'ON',
      SoftwareTokenMfaConfiguration: { Enabled: true },
    }),
  )
  const ui = entrance(page)
  await openWith(settings, 'authenticator')
  await ui.signIn(hanako)
  await ui.heading('Setup TOTP').waitFor()
  await expect(page.getByRole('img', { name: 'qr code' })).toBeVisible()
  const shown = await page.locator('[data-amplify-copy] > div').first().textContent()
  const app = new TOTP({ secret: Secret.fromBase32(shown ?? '') })
  const code = () => app.generate({ timestamp: now() })
  await ui.field('Code *').fill(code())
  await ui.button('Confirm').click()
  await ui.signedIn(hanako.email).waitFor()
  await ui.button('Sign out').click()

  // A code lets in once.
  wait({ seconds: 30 })
  await ui.signIn(hanako)
  await ui.heading('Confirm TOTP Code').waitFor()
  await ui.field('Code *').fill(code())
  await ui.button('Confirm').click()
  await ui.signedIn(hanako.email).waitFor()
})

test.describe('without a password', () => {
  const passwordless = { emailOtpEnabled: true, preferredChallenge: 'EMAIL_OTP' }

  test('a code lets in, and so does the password of who has one', async ({
    openWith,
    page,
    person,
    codeFor,
  }) => {
    const ui = entrance(page)
    await openWith({ ...settings, passwordless }, 'authenticator')
    await ui.field('Email').fill(person.email)
    await ui.button('Sign In with Email').click()
    await ui.field('Code *').fill(await codeFor(person.email))
    await ui.button('Confirm').click()
    await ui.signedIn(person.email).waitFor()
    await ui.button('Sign out').click()

    await ui.field('Email').fill(person.email)
    await ui.button('Other sign-in options').click()
    await ui.secret('Password').fill(person.password)
    await ui.button('Sign In with Password').click()
    await ui.signedIn(person.email).waitFor()
  })

  test('somebody signs up', async ({ openWith, page, newEmail, codeFor }) => {
    const email = newEmail()
    const ui = entrance(page)
    await openWith({ ...settings, passwordless }, 'authenticator')
    await page.getByRole('tab', { name: 'Create Account' }).click()
    await ui.field('Email').fill(email)
    await ui.field('Name').fill('山田 花子')
    await ui.button('Create account with Email OTP').click()
    await ui.field('Confirmation Code').fill(await codeFor(email))
    await ui.button('Confirm').click()
    await ui.signedIn(email).waitFor()
  })

  test('a passkey is added after the sign-in, and lets in the next time', async ({
    openWith,
    page,
    person,
    codeFor,
  }) => {
    await authenticator(page)
    const ui = entrance(page)
    await openWith(
      {
        ...settings,
        passwordless: { ...passwordless, webAuthn: {} },
        props: { passwordless: { passkeyRegistrationPrompts: { afterSignin: 'ALWAYS' } } },
      },
      'authenticator',
    )
    await ui.field('Email').fill(person.email)
    await ui.button('Sign In with Email').click()
    await ui.field('Code *').fill(await codeFor(person.email))
    await ui.button('Confirm').click()
    await ui.button('Create a Passkey').click()
    await ui.heading('Passkey created successfully!').waitFor()
    await ui.button('Continue').click()
    await ui.signedIn(person.email).waitFor()
    await ui.button('Sign out').click()

    await ui.field('Email').fill(person.email)
    await ui.button('Other sign-in options').click()
    await ui.button('Sign In with Passkey').click()
    await ui.signedIn(person.email).waitFor()
  })
})
