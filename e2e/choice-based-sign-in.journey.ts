import {
  AdminSetUserMFAPreferenceCommand,
  AdminUpdateUserAttributesCommand,
  type CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
  SetUserPoolMfaConfigCommand,
  UpdateUserPoolClientCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import type { Page } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import { entrance, type Language, languages, locales } from './entrance.ts'
import { hands } from './hands.ts'
import { expect, test } from './journey.ts'

const UserPoolId = exampleSeed.userPoolId
const passwordless = { emailOtpEnabled: true }
const wrongPassword = 'Wrong-2026'

const choiceWords = {
  ja: {
    proceed: '次へ',
    choose: 'ログイン方法の選択',
    byPassword: 'パスワード',
    byMail: 'メールで届くコード',
    byText: 'SMS で届くコード',
    passwordTitle: 'パスワードの入力',
    passwordMissing: 'パスワードを入力してください。',
    codeMissing: '認証コードを入力してください。',
    codeMismatch: '認証コードが正しくありません。最後に届いたコード',
    expired: '一定時間が経過したため、手続きの有効期限が切れました。',
    timeLeft: /残り時間：2 分 \d+ 秒/,
    account: 'アカウント設定',
    setPassword: 'ログアウトして設定',
    forgotTitle: 'パスワードの再設定',
    sendCode: '確認コードを送信',
    reset: 'パスワードを再設定',
    resetDone: 'パスワードを再設定しました。',
  },
  en: {
    proceed: 'Continue',
    choose: 'Choose how to sign in',
    byPassword: 'Password',
    byMail: 'Code by email',
    byText: 'Code by text message',
    passwordTitle: 'Enter your password',
    passwordMissing: 'Password: please fill this in.',
    codeMissing: 'Verification code: please fill this in.',
    codeMismatch: 'Check the newest code that you were sent.',
    expired: 'This took too long, and the step has expired.',
    timeLeft: /Time left for this step: 2 min \d+ s/,
    account: 'Account settings',
    setPassword: 'Sign out and set a password',
    forgotTitle: 'Reset your password',
    sendCode: 'Send the code',
    reset: 'Reset password',
    resetDone: 'Your password is reset.',
  },
} as const

/** The entrance that asks for the e-mail address alone. */
function choiceBased(page: Page, language: Language = 'ja') {
  const door = entrance(page, language)
  const text = { ...door.text, ...choiceWords[language] }
  return {
    ...door,
    text,
    async begin(email: string) {
      await door.field(text.email).fill(email)
      await door.button(text.proceed).click()
    },
    async answer(code: string) {
      await door.field(text.mfaCode).fill(code)
      await door.button(text.verify).click()
    },
    async signInByPassword(password: string) {
      await door.password().fill(password)
      await door.button(text.signIn).click()
    },
  }
}

interface OwnPool {
  readonly admin: CognitoIdentityProviderClient
}

async function change({ admin }: OwnPool, Username: string, attributes: Record<string, string>) {
  const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
  await admin.send(new AdminUpdateUserAttributesCommand({ UserPoolId, Username, UserAttributes }))
}

const wrongCode = (right: string) => String((Number(right) + 1) % 100_000_000).padStart(8, '0')

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] })

    test('the password is chosen, and corrected: it never leaves the page', { tag: '@phone' }, async ({
      openWith,
      page,
      person,
      places,
    }) => {
      const { begin, signInByPassword, button, heading, alert, password, text } = choiceBased(page, language)
      const bodies: string[] = []
      page.on('request', (request) => {
        if (request.url().startsWith(places.pool)) bodies.push(request.postData() ?? '')
      })
      await openWith({ passwordless })
      await begin(person.email)
      await expect(heading(text.choose)).toBeFocused()
      await button(text.byPassword).click()
      await expect(heading(text.passwordTitle)).toBeFocused()
      await expect(page.getByText(person.email)).toBeVisible()

      await button(text.signIn).click()
      await expect(alert).toContainText(text.passwordMissing)
      await signInByPassword(wrongPassword)
      await expect(alert).toContainText(text.incorrect)
      await expect(alert).toBeFocused()
      await expect(heading(text.passwordTitle)).toBeVisible()
      await expect(password()).toHaveValue(wrongPassword)
      await signInByPassword(person.password)
      await expect(heading(text.signedIn)).toBeFocused()
      expect(bodies.some((body) => body.includes('"AuthFlow":"USER_AUTH"'))).toBe(true)
      expect(bodies.filter((body) => body.includes(person.password) || body.includes(wrongPassword))).toEqual(
        [],
      )
      expect(page.url()).not.toContain(person.email)
    })

    test('the code of an e-mail is chosen: a missing, a wrong and a used one are told', {
      tag: '@phone',
    }, async ({ openWith, page, person, codeFor }) => {
      const { begin, answer, button, heading, alert, text } = choiceBased(page, language)
      await openWith({ passwordless })
      await begin(person.email)
      await button(text.byMail).click()
      await expect(heading(text.mfaCodeTitle)).toBeFocused()
      await expect(page.locator('.lead')).toContainText(`${person.email.charAt(0)}***@e***`)
      const code = await codeFor(person.email)
      expect(code).toMatch(/^\d{8}$/)
      await button(text.verify).click()
      await expect(alert).toContainText(text.codeMissing)
      await answer(wrongCode(code))
      await expect(alert).toContainText(text.codeMismatch)
      await expect(alert).toBeFocused()
      await answer(code)
      await expect(heading(text.signedIn)).toBeFocused()

      await button(text.signOut).click()
      await begin(person.email)
      await button(text.byMail).click()
      await expect(heading(text.mfaCodeTitle)).toBeFocused()
      await answer(code)
      await expect(alert).toContainText(text.codeMismatch)
      await answer(await codeFor(person.email))
      await expect(heading(text.signedIn)).toBeFocused()
    })

    test('an account is made without a password, signs in by code, and may be given a password', {
      tag: '@phone',
    }, async ({ openWith, page, newEmail, codeFor }) => {
      const door = choiceBased(page, language)
      const { begin, answer, signInByPassword, button, field, heading, status, text } = door
      const email = newEmail()
      await openWith({ passwordless })
      await button(text.signUp).click()
      await expect(heading(text.signUp)).toBeFocused()
      await expect(door.password()).toHaveCount(0)
      await field(text.email).fill(email)
      await field(text.name).fill('佐藤 葵')
      await button(text.submitSignUp).click()
      await field(text.code).fill(await codeFor(email))
      await button(text.confirm).click()
      await expect(heading(text.signedIn)).toBeFocused()

      await button(text.signOut).click()
      const confirmation = await codeFor(email)
      await begin(email)
      await expect(heading(text.mfaCodeTitle)).toBeFocused()
      await expect.poll(() => codeFor(email)).not.toBe(confirmation)
      await answer(await codeFor(email))
      await expect(heading(text.signedIn)).toBeFocused()

      await button(text.account).click()
      await button(text.setPassword).click()
      await expect(heading(text.forgotTitle)).toBeFocused()
      await expect(field(text.email)).toHaveValue(email)
      const earlier = await codeFor(email)
      await button(text.sendCode).click()
      await expect(heading(text.resetTitle)).toBeFocused()
      await expect.poll(() => codeFor(email)).not.toBe(earlier)
      await field(text.code).fill(await codeFor(email))
      await door.password(text.newPassword).fill('Another-2026')
      await button(text.reset).click()
      await expect(status).toContainText(text.resetDone)
      await begin(email)
      await button(text.byPassword).click()
      await signInByPassword('Another-2026')
      await expect(heading(text.signedIn)).toBeFocused()
    })
  })
}

test('somebody who does not exist is asked and refused like everybody else', async ({
  openWith,
  page,
  person,
  newEmail,
}) => {
  const { begin, answer, signInByPassword, button, heading, alert, text } = choiceBased(page)
  await openWith({ passwordless })
  const said: (readonly (string | null)[])[] = []
  for (const email of [person.email, newEmail()]) {
    await begin(email)
    await expect(heading(text.choose)).toBeVisible()
    const choices = await page.locator('.choices').textContent()
    await button(text.byPassword).click()
    await signInByPassword(wrongPassword)
    await expect(alert).toContainText(text.incorrect)
    const incorrect = await alert.textContent()
    await button(text.backToSignIn).click()
    await begin(email)
    await button(text.byMail).click()
    await expect(page.locator('.lead')).toContainText(`${email.charAt(0)}***@e***`)
    await answer('00000000')
    await expect(alert).toContainText(text.codeMismatch)
    said.push([choices, incorrect, await alert.textContent()])
    await button(text.backToSignIn).click()
  }
  expect(said[1]).toEqual(said[0])
})

test('the code of a text message is chosen', { tag: '@phone' }, async ({ openWith, page, ownPool }) => {
  const { begin, answer, button, heading, alert, text } = choiceBased(page)
  const phone = '+819012345678'
  await ownPool.admin.send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId,
      SmsMfaConfiguration: { SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' } },
    }),
  )
  const { UserPool } = await ownPool.admin.send(new DescribeUserPoolCommand({ UserPoolId }))
  await ownPool.admin.send(
    new UpdateUserPoolCommand({
      UserPoolId,
      Policies: {
        ...UserPool?.Policies,
        SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'] },
      },
    }),
  )
  await change(ownPool, ownPool.hanako.email, { phone_number: phone, phone_number_verified: 'true' })
  await openWith({ passwordless: { ...passwordless, smsOtpEnabled: true } })
  await begin(ownPool.hanako.email)
  await button(text.byText).click()
  await expect(heading(text.mfaCodeTitle)).toBeFocused()
  await expect(page.locator('.lead')).toContainText('5678')
  const code = await ownPool.codeFor(phone)
  await button(text.verify).click()
  await expect(alert).toContainText(text.codeMissing)
  await answer(wrongCode(code))
  await expect(alert).toContainText(text.codeMismatch)
  await answer(code)
  await expect(heading(text.signedIn)).toBeFocused()
})

test('who has a password alone is not asked to choose', async ({ openWith, page, ownPool }) => {
  const { begin, signInByPassword, heading, text } = choiceBased(page)
  await change(ownPool, ownPool.hanako.email, { email_verified: 'false' })
  await openWith({ passwordless })
  await begin(ownPool.hanako.email)
  await expect(heading(text.passwordTitle)).toBeFocused()
  await signInByPassword(ownPool.hanako.password)
  await expect(heading(text.signedIn)).toBeFocused()
})

test('the preferred challenge is asked for at once, and where it cannot be, another', async ({
  openWith,
  page,
  ownPool,
}) => {
  const { begin, answer, signInByPassword, button, heading, text } = choiceBased(page)
  const { email, password } = ownPool.hanako
  await openWith({ passwordless: { ...passwordless, preferredChallenge: 'EMAIL_OTP' } })
  await begin(email)
  await expect(heading(text.mfaCodeTitle)).toBeFocused()
  await answer(await ownPool.codeFor(email))
  await expect(heading(text.signedIn)).toBeFocused()
  await button(text.signOut).click()

  await change(ownPool, email, { email_verified: 'false' })
  await begin(email)
  await expect(heading(text.passwordTitle)).toBeFocused()
  await signInByPassword(password)
  await expect(heading(text.signedIn)).toBeFocused()
})

test('a second factor follows the password that was chosen', async ({ openWith, page, ownPool }) => {
  const { begin, answer, signInByPassword, heading, text } = choiceBased(page)
  const { email, password } = ownPool.hanako
  await ownPool.admin.send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId,
      MfaConfiguration: 'OPTIONAL',
      EmailMfaConfiguration: { Subject: 'Code', Message: 'Your code is {####}' },
    }),
  )
  await ownPool.admin.send(
    new AdminSetUserMFAPreferenceCommand({
      UserPoolId,
      Username: email,
      EmailMfaSettings: { Enabled: true },
    }),
  )
  await openWith({ passwordless })
  await begin(email)
  // Who has a second factor is offered no code in place of the first.
  await signInByPassword(password)
  await expect(heading(text.mfaCodeTitle)).toBeFocused()
  await answer(await ownPool.codeFor(email))
  await expect(heading(text.signedIn)).toBeFocused()
})

test('wrong passwords lock for a while, which is said, and count where Cognito counts', async ({
  openWith,
  page,
  ownPool,
}) => {
  const { begin, signInByPassword, button, heading, alert, text } = choiceBased(page)
  const { email, password } = ownPool.hanako
  // Both clocks stand still: the lock lasts one second, and this machine may take longer than that.
  ownPool.stopClock()
  await page.clock.install()
  await openWith({ passwordless })
  await page.clock.pauseAt(Date.now() + 60_000)
  await begin(email)
  await button(text.byPassword).click()
  for (let count = 0; count < 5; count += 1) {
    const answered = page.waitForResponse((response) => response.status() === 400)
    await signInByPassword(wrongPassword)
    await answered
    await expect(alert).toContainText(text.incorrect)
    await expect(button(text.signIn)).toHaveAttribute('aria-disabled', 'false')
  }
  await signInByPassword(password)
  await expect(alert).toContainText('約 1 秒待ってから')
  ownPool.wait({ seconds: 2 })
  await button(text.signIn).click()
  await expect(heading(text.signedIn)).toBeVisible()
})

test('the selection, the password and the code go on after a reload, and say how long is left', async ({
  openWith,
  page,
  person,
  codeFor,
}) => {
  const { begin, answer, signInByPassword, button, heading, alert, text } = choiceBased(page)
  const stored = () => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  await openWith({ passwordless })
  await begin(person.email)
  await expect(heading(text.choose)).toBeVisible()
  await page.reload()
  await expect(page.getByText(text.timeLeft)).toBeVisible()
  await button(text.byPassword).click()
  await expect(heading(text.passwordTitle)).toBeVisible()
  await page.reload()
  await expect(heading(text.passwordTitle)).toBeVisible()
  await expect(page.getByText(text.timeLeft)).toBeVisible()
  await signInByPassword(wrongPassword)
  await expect(alert).toContainText(text.incorrect)
  expect(await stored()).not.toContain(wrongPassword)
  await page.reload()
  await signInByPassword(person.password)
  await expect(heading(text.signedIn)).toBeVisible()
  await button(text.signOut).click()

  await begin(person.email)
  await button(text.byMail).click()
  await expect(heading(text.mfaCodeTitle)).toBeVisible()
  const code = await codeFor(person.email)
  expect(await stored()).not.toContain(code)
  await page.reload()
  await expect(page.locator('.lead')).toContainText('***@e***')
  await expect(page.getByText(text.timeLeft)).toBeVisible()
  await answer(code)
  await expect(heading(text.signedIn)).toBeVisible()
})

test('a choice, a password and a code whose time is over lead back, with the e-mail address', async ({
  openWith,
  page,
  ownPool,
}) => {
  const { begin, answer, button, field, heading, alert, text } = choiceBased(page)
  const { email } = ownPool.hanako
  const isBack = async () => {
    await expect(heading(text.signIn)).toBeVisible()
    await expect(alert).toContainText(text.expired)
    await expect(field(text.email)).toHaveValue(email)
  }
  await page.clock.install()
  await openWith({ passwordless })
  await begin(email)
  await expect(heading(text.choose)).toBeVisible()
  ownPool.wait({ minutes: 4 })
  await button(text.byMail).click()
  await isBack()

  await begin(email)
  await button(text.byMail).click()
  await expect(heading(text.mfaCodeTitle)).toBeVisible()
  const late = await ownPool.codeFor(email)
  ownPool.wait({ minutes: 4 })
  await answer(late)
  await isBack()

  await begin(email)
  await expect(heading(text.choose)).toBeVisible()
  await page.clock.fastForward('01:30')
  await button(text.byPassword).click()
  await expect(heading(text.passwordTitle)).toBeVisible()
  // Choosing it took none of the time away, and added none.
  await expect(page.getByText(/残り時間：1 分 \d+ 秒/)).toBeVisible()
  await page.clock.fastForward('01:31')
  await isBack()
})

test('a way of signing in that the client does not allow is named', async ({ openWith, page, ownPool }) => {
  const { begin, alert } = choiceBased(page)
  const { userPoolId, clientId } = exampleSeed
  await ownPool.admin.send(
    new UpdateUserPoolClientCommand({
      UserPoolId: userPoolId,
      ClientId: clientId,
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    }),
  )
  await openWith({ passwordless })
  await begin(ownPool.hanako.email)
  await expect(alert).toContainText('このログイン方法（USER_AUTH）が有効になっていません。')
  await openWith({ passwordless: { preferredChallenge: 'EMAIL_OTP' } })
  await begin(ownPool.hanako.email)
  await expect(alert).toContainText('このログイン方法が有効になっていません。')
})

test('signs in by choice with the keyboard alone', { tag: '@phone' }, async ({ openWith, page, person }) => {
  const { button, field, heading, alert, password, text } = choiceBased(page)
  const { type, press, enter } = hands(page)
  await openWith({ passwordless })
  await type(field(text.email), person.email)
  await enter()
  await expect(heading(text.choose)).toBeFocused()
  await press(button(text.byPassword))
  await expect(heading(text.passwordTitle)).toBeFocused()
  await type(password(), wrongPassword)
  await enter()
  await expect(alert).toBeFocused()
  await type(password(), person.password)
  await enter()
  await expect(heading(text.signedIn)).toBeFocused()
})

test('every step of a choice-based sign-in has nothing that axe finds, and no sideways scrolling', async ({
  openWith,
  page,
  person,
}) => {
  const { begin, button, heading, alert, text } = choiceBased(page)
  await openWith({ passwordless })
  await expect(heading(text.signIn)).toBeVisible()
  await isAccessible(page)
  await button(text.signUp).click()
  await expect(heading(text.signUp)).toBeFocused()
  await isAccessible(page)
  await button(text.backToSignIn).click()
  await begin(person.email)
  await expect(heading(text.choose)).toBeFocused()
  await isAccessible(page)
  await button(text.byPassword).click()
  await expect(heading(text.passwordTitle)).toBeFocused()
  await button(text.signIn).click()
  await expect(alert).toBeFocused()
  await isAccessible(page)
})
