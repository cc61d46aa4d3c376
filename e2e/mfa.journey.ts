import {
  AdminSetUserMFAPreferenceCommand,
  type AdminSetUserMFAPreferenceRequest,
  AdminUpdateUserAttributesCommand,
  type CognitoIdentityProviderClient,
  SetUserPoolMfaConfigCommand,
  type SetUserPoolMfaConfigRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import type { Page } from '@playwright/test'
import { TOTP, URI } from 'otpauth'
import { isAccessible } from './accessible.ts'
import { entrance, type Language, languages, locales, words } from './entrance.ts'
import { deafen, expect, test } from './journey.ts'

const UserPoolId = exampleSeed.userPoolId
const phone = '+819012345678'

interface OwnPool {
  readonly admin: CognitoIdentityProviderClient
}

const app = { SoftwareTokenMfaConfiguration: { Enabled: true } }
const mail = { EmailMfaConfiguration: { Subject: 'Code', Message: 'Your code is {####}' } }
const text = {
  SmsMfaConfiguration: { SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' } },
}

/** The second factors that the pool offers, and whether everybody needs one. */
async function offer(
  { admin }: OwnPool,
  factors: Omit<SetUserPoolMfaConfigRequest, 'UserPoolId'>,
  MfaConfiguration: 'ON' | 'OPTIONAL' = 'OPTIONAL',
) {
  await admin.send(new SetUserPoolMfaConfigCommand({ UserPoolId, MfaConfiguration, ...factors }))
}

/** The second factors that somebody uses, with a phone number where they need one. */
async function prefer(
  { admin }: OwnPool,
  Username: string,
  factors: Omit<AdminSetUserMFAPreferenceRequest, 'UserPoolId' | 'Username'>,
) {
  await change({ admin }, Username, { phone_number: phone, phone_number_verified: 'true' })
  await admin.send(new AdminSetUserMFAPreferenceCommand({ UserPoolId, Username, ...factors }))
}

async function change({ admin }: OwnPool, Username: string, attributes: Record<string, string>) {
  const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
  await admin.send(new AdminUpdateUserAttributesCommand({ UserPoolId, Username, UserAttributes }))
}

const byMail = { EmailMfaSettings: { Enabled: true } }
const byText = { SMSMfaSettings: { Enabled: true } }

/** Adds the account that the page shows to an authenticator app. */
async function scan(page: Page, language: Language): Promise<TOTP> {
  const link = { ja: 'この端末の認証アプリに追加する', en: 'Add to the authenticator app on this device' }
  const uri = await page.getByRole('link', { name: link[language] }).getAttribute('href')
  const read = URI.parse(uri ?? '')
  if (!(read instanceof TOTP)) throw new Error('This is no authenticator app.')
  return read
}

/** A code that the app has not shown and will not show for long. */
const wrongCode = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, '0')

const stored = (page: Page) =>
  page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))

for (const language of languages) {
  const told = {
    ja: {
      setupMismatch: '端末の日時が自動設定になっていること',
      mismatch: '認証アプリに今表示されているコード',
      used: '使用済みです',
      missing: '認証コードを入力してください。',
      sent: '認証コードが正しくありません。最後に届いたコード',
    },
    en: {
      setupMismatch: 'sets its clock automatically',
      mismatch: 'the code that your authenticator app shows now',
      used: 'has been used already',
      missing: 'Verification code: please fill this in.',
      sent: 'Check the newest code that you were sent.',
    },
  }[language]

  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language], permissions: ['clipboard-read', 'clipboard-write'] })

    test('an authenticator app is set up where the pool requires one, and asked for ever after', {
      tag: '@phone',
    }, async ({ page, ownPool }) => {
      const { open, signIn, heading, field, button, alert, text: say } = entrance(page, language)
      await offer(ownPool, app, 'ON')
      await open()
      await signIn(ownPool.hanako)
      await expect(heading(say.totpSetupTitle)).toBeFocused()

      const totp = await scan(page, language)
      expect(totp).toMatchObject({ issuer: 'Genkan', label: ownPool.hanako.email })
      const { base32 } = totp.secret
      await expect(page.getByRole('img', { name: language === 'ja' ? /QR コード/ : /QR code/ })).toBeVisible()
      await expect(page.getByRole('code')).toHaveText(base32.replace(/.{4}(?=.)/g, '$& '))
      await button(language === 'ja' ? 'キーをコピー' : 'Copy the key').click()
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(base32)
      expect(await stored(page)).not.toContain(base32)

      const first = totp.generate({ timestamp: ownPool.now() })
      await button(say.finishSetup).click()
      await expect(alert).toContainText(told.missing)
      await field(say.mfaCode).fill(wrongCode(first))
      await button(say.finishSetup).click()
      await expect(alert).toContainText(told.setupMismatch)
      await expect(field(say.mfaCode)).toHaveAttribute('aria-invalid', 'true')
      await field(say.mfaCode).fill(first)
      await button(say.finishSetup).click()
      await expect(heading(say.signedIn)).toBeFocused()
      await button(say.signOut).click()

      await signIn(ownPool.hanako)
      await expect(heading(say.mfaCodeTitle)).toBeFocused()
      await field(say.mfaCode).fill(first)
      await button(say.verify).click()
      await expect(alert).toContainText(told.used)
      await expect(alert).toBeFocused()
      ownPool.wait({ minutes: 1 })
      const next = totp.generate({ timestamp: ownPool.now() })
      await field(say.mfaCode).fill(wrongCode(next))
      await button(say.verify).click()
      await expect(alert).toContainText(told.mismatch)
      await field(say.mfaCode).fill(next)
      await button(say.verify).click()
      await expect(heading(say.signedIn)).toBeFocused()
    })

    for (const [name, factor, prefers, destination, to] of [
      ['an e-mail', mail, byMail, 'h***@e***', 'hanako@example.com'],
      ['a text message', text, byText, '5678', phone],
    ] as const) {
      test(`the code of ${name} is asked for: a missing and a wrong one are told apart`, {
        tag: '@phone',
      }, async ({ page, ownPool }) => {
        const { open, signIn, heading, field, button, alert, text: say } = entrance(page, language)
        await offer(ownPool, factor)
        await prefer(ownPool, ownPool.hanako.email, prefers)
        await open()
        await signIn(ownPool.hanako)
        await expect(heading(say.mfaCodeTitle)).toBeFocused()
        await expect(page.locator('.lead')).toContainText(destination)

        await button(say.verify).click()
        await expect(alert).toContainText(told.missing)
        const code = await ownPool.codeFor(to)
        await field(say.mfaCode).fill(wrongCode(code))
        await button(say.verify).click()
        await expect(alert).toContainText(told.sent)
        const fullWidth = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
        await field(say.mfaCode).fill(`${fullWidth.slice(0, 3)}　${fullWidth.slice(3)}`)
        await button(say.verify).click()
        await expect(heading(say.signedIn)).toBeFocused()
      })
    }

    test('one press chooses between two factors', { tag: '@phone' }, async ({ page, ownPool }) => {
      const { open, signIn, heading, field, button, text: say } = entrance(page, language)
      await offer(ownPool, { ...mail, ...text })
      await prefer(ownPool, ownPool.hanako.email, { ...byMail, ...byText })
      await open()
      await signIn(ownPool.hanako)
      await expect(heading(say.mfaSelectionTitle)).toBeFocused()
      await expect(button(say.choices.TOTP)).toHaveCount(0)
      await expect(button(say.choices.EMAIL)).toBeVisible()
      await button(say.choices.SMS).click()
      await expect(heading(say.mfaCodeTitle)).toBeFocused()
      await field(say.mfaCode).fill(await ownPool.codeFor(phone))
      await button(say.verify).click()
      await expect(heading(say.signedIn)).toBeFocused()
    })

    test('codes by e-mail are set up in the middle of a sign-in', { tag: '@phone' }, async ({
      page,
      ownPool,
    }) => {
      const { open, signIn, heading, field, button, alert, text: say } = entrance(page, language)
      const address = 'codes@example.com'
      await offer(ownPool, { ...app, ...mail }, 'ON')
      await change(ownPool, ownPool.hanako.email, { email_verified: 'false' })
      await open()
      await signIn(ownPool.hanako)
      await expect(heading(say.mfaSetupTitle)).toBeFocused()
      await button(say.choices.EMAIL).click()
      await expect(heading(say.emailSetupTitle)).toBeFocused()
      const label = language === 'ja' ? 'コードを受け取るメールアドレス' : 'Email address for codes'
      await field(label).fill('codes')
      await button(language === 'ja' ? '認証コードを送信' : 'Send the code').click()
      await expect(alert).toBeFocused()
      await field(label).fill(address)
      await button(language === 'ja' ? '認証コードを送信' : 'Send the code').click()
      await expect(heading(say.mfaCodeTitle)).toBeFocused()
      await field(say.mfaCode).fill(await ownPool.codeFor(address))
      await button(say.verify).click()
      await expect(heading(say.signedIn)).toBeFocused()
    })

    test('a challenge survives a reload, and says how long is left', { tag: '@phone' }, async ({
      page,
      ownPool,
    }) => {
      const { open, signIn, heading, field, button, text: say } = entrance(page, language)
      await offer(ownPool, mail)
      await prefer(ownPool, ownPool.hanako.email, byMail)
      await open()
      await signIn(ownPool.hanako)
      await expect(heading(say.mfaCodeTitle)).toBeFocused()
      await field(say.mfaCode).fill('123')
      const code = await ownPool.codeFor(ownPool.hanako.email)
      const kept = await stored(page)
      expect(kept).not.toContain(ownPool.hanako.password)
      expect(kept).not.toContain(code)
      await page.reload()
      await expect(heading(say.mfaCodeTitle)).toBeVisible()
      await expect(page.locator('.lead')).toContainText('h***@e***')
      await expect(
        page.getByText(language === 'ja' ? /残り時間：2 分 \d+ 秒/ : /Time left for this step: 2 min \d+ s/),
      ).toBeVisible()
      await field(say.mfaCode).fill(code)
      await button(say.verify).click()
      await expect(heading(say.signedIn)).toBeFocused()
    })

    test('a reload while an app is set up begins anew, and says why', async ({ page, ownPool }) => {
      const { open, signIn, heading, field, status, text: say } = entrance(page, language)
      await offer(ownPool, app, 'ON')
      await open()
      await signIn(ownPool.hanako)
      await expect(heading(say.totpSetupTitle)).toBeVisible()
      await page.reload()
      await expect(heading(say.signIn)).toBeVisible()
      await expect(status).toContainText(language === 'ja' ? '最初からやり直します' : 'starts over')
      await expect(field(say.email)).toHaveValue(ownPool.hanako.email)
      await signIn(ownPool.hanako)
      await expect(heading(say.totpSetupTitle)).toBeFocused()
    })
  })
}

const say = words.ja

test('the time that is left is heard twice, and when it is over the sign-in form is back', async ({
  page,
  ownPool,
}) => {
  const { open, signIn, heading, field, alert } = entrance(page)
  await offer(ownPool, mail)
  await prefer(ownPool, ownPool.hanako.email, byMail)
  await page.clock.install()
  await open()
  await signIn(ownPool.hanako)
  await expect(heading(say.mfaCodeTitle)).toBeVisible()
  const heard = page.getByRole('status').filter({ hasText: '残り時間' })
  await expect(heard).toHaveCount(0)
  await page.clock.fastForward('02:05')
  await expect(heard).toHaveCount(1)
  const first = await heard.textContent()
  await page.clock.fastForward('00:10')
  await expect(heard).toHaveText(first ?? '')
  await page.clock.fastForward('00:30')
  await expect(heard).not.toHaveText(first ?? '')
  await page.clock.fastForward('00:20')
  await expect(heading(say.signIn)).toBeVisible()
  await expect(alert).toContainText('一定時間が経過したため、手続きの有効期限が切れました。')
  await expect(alert).toBeFocused()
  await expect(field(say.email)).toHaveValue(ownPool.hanako.email)
})

test('a challenge whose time is over meanwhile is not shown after a reload', async ({ page, ownPool }) => {
  const { open, signIn, heading, field, alert } = entrance(page)
  await offer(ownPool, mail)
  await prefer(ownPool, ownPool.hanako.email, byMail)
  await open()
  await signIn(ownPool.hanako)
  await expect(heading(say.mfaCodeTitle)).toBeVisible()
  await page.clock.install({ time: Date.now() + 4 * 60_000 })
  await page.reload()
  await expect(heading(say.signIn)).toBeVisible()
  await expect(alert).toContainText('一定時間が経過したため、手続きの有効期限が切れました。')
  await expect(field(say.email)).toHaveValue(ownPool.hanako.email)
})

test('a code that comes too late leads back to the sign-in form, and a new sign-in sends another', async ({
  page,
  ownPool,
}) => {
  const { open, signIn, heading, field, button, alert } = entrance(page)
  await offer(ownPool, mail)
  await prefer(ownPool, ownPool.hanako.email, byMail)
  await open()
  await signIn(ownPool.hanako)
  await expect(heading(say.mfaCodeTitle)).toBeVisible()
  const late = await ownPool.codeFor(ownPool.hanako.email)
  ownPool.wait({ minutes: 4 })
  await field(say.mfaCode).fill(late)
  await button(say.verify).click()
  await expect(heading(say.signIn)).toBeVisible()
  await expect(alert).toContainText('一定時間が経過したため、手続きの有効期限が切れました。')
  await expect(field(say.email)).toHaveValue(ownPool.hanako.email)
  await signIn(ownPool.hanako)
  await expect(heading(say.mfaCodeTitle)).toBeVisible()
  await field(say.mfaCode).fill(await ownPool.codeFor(ownPool.hanako.email))
  await button(say.verify).click()
  await expect(heading(say.signedIn)).toBeVisible()
})

test('a challenge that was answered in a copy of the tab is told so', async ({ page, ownPool, context }) => {
  const { open, signIn, heading, field, button } = entrance(page)
  await offer(ownPool, mail)
  await prefer(ownPool, ownPool.hanako.email, byMail)
  await open()
  await signIn(ownPool.hanako)
  await expect(heading(say.mfaCodeTitle)).toBeVisible()
  const kept = await page.evaluate(() => ({ ...sessionStorage }))
  const copy = await context.newPage()
  await deafen(copy)
  await copy.addInitScript((entries) => Object.assign(sessionStorage, entries), kept)
  const copied = entrance(copy)
  await copy.goto('/')
  await expect(copied.heading(say.mfaCodeTitle)).toBeVisible()
  const code = await ownPool.codeFor(ownPool.hanako.email)
  await field(say.mfaCode).fill(code)
  await button(say.verify).click()
  await expect(heading(say.signedIn)).toBeVisible()
  await copied.field(say.mfaCode).fill(code)
  await copied.button(say.verify).click()
  await expect(copied.alert).toContainText('すでにほかの画面で行われました。')
  await expect(copied.heading(say.signIn)).toBeVisible()
})

test('too many wrong codes lock for a while, and after it the right one works', async ({ page, ownPool }) => {
  const { open, signIn, heading, field, button, alert } = entrance(page)
  await offer(ownPool, mail)
  await prefer(ownPool, ownPool.hanako.email, byMail)
  await open()
  await signIn(ownPool.hanako)
  await expect(heading(say.mfaCodeTitle)).toBeVisible()
  const code = await ownPool.codeFor(ownPool.hanako.email)
  // From the fifth on each locks for twice as long: 1, 2, 4, 8 seconds.
  for (const seconds of [0, 0, 0, 0, 2, 3, 5, 0]) {
    const answered = page.waitForResponse((response) => response.status() === 400)
    await field(say.mfaCode).fill(wrongCode(code))
    await button(say.verify).click()
    await answered
    await expect(alert).toContainText('認証コードが正しくありません。')
    ownPool.wait({ seconds })
  }
  await field(say.mfaCode).fill(code)
  await button(say.verify).click()
  await expect(alert).toContainText('一時的に制限')
  ownPool.wait({ seconds: 9 })
  await button(say.verify).click()
  await expect(heading(say.signedIn)).toBeVisible()
})

test('the time to choose what to set up goes on for the e-mail address', async ({ page, ownPool }) => {
  const { open, signIn, heading, button } = entrance(page)
  await offer(ownPool, { ...app, ...mail }, 'ON')
  await change(ownPool, ownPool.hanako.email, { email_verified: 'false' })
  await page.clock.install()
  await open()
  await signIn(ownPool.hanako)
  await expect(heading(say.mfaSetupTitle)).toBeVisible()
  await page.clock.fastForward('01:30')
  await button(say.choices.EMAIL).click()
  await expect(heading(say.emailSetupTitle)).toBeVisible()
  await expect(page.getByText(/残り時間：1 分 \d+ 秒/)).toBeVisible()
})

test('a factor that this page cannot set up is told honestly', async ({ page, ownPool }) => {
  const { open, signIn, heading, alert } = entrance(page)
  await offer(ownPool, text, 'ON')
  await open()
  await signIn(ownPool.hanako)
  await expect(alert).toContainText('このページでは行えない設定が必要です。')
  await expect(heading(say.signIn)).toBeVisible()
})

test('chooses a factor and answers it with the keyboard alone', { tag: '@phone' }, async ({
  page,
  ownPool,
}) => {
  const { open, signIn, heading, field, button } = entrance(page)
  await offer(ownPool, { ...mail, ...text })
  await prefer(ownPool, ownPool.hanako.email, { ...byMail, ...byText })
  await open()
  await signIn(ownPool.hanako)
  await expect(heading(say.mfaSelectionTitle)).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(button(say.choices.EMAIL)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(heading(say.mfaCodeTitle)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(field(say.mfaCode)).toBeFocused()
  await page.keyboard.type(await ownPool.codeFor(ownPool.hanako.email))
  await page.keyboard.press('Enter')
  await expect(heading(say.signedIn)).toBeFocused()
})

test('every step of a second factor has nothing that axe finds, and no sideways scrolling', async ({
  page,
  ownPool,
}) => {
  test.slow()
  const { open, signIn, heading, field, button, alert } = entrance(page)
  const { email } = ownPool.hanako
  await offer(ownPool, { ...app, ...mail, ...text }, 'ON')
  await change(ownPool, email, { email_verified: 'false' })
  await open()
  await signIn(ownPool.hanako)
  await expect(heading(say.mfaSetupTitle)).toBeFocused()
  await isAccessible(page)
  await button(say.choices.EMAIL).click()
  await expect(heading(say.emailSetupTitle)).toBeFocused()
  await isAccessible(page)
  await button(say.backToSignIn).click()
  await signIn(ownPool.hanako)
  await button(say.choices.TOTP).click()
  await expect(heading(say.totpSetupTitle)).toBeFocused()
  const totp = await scan(page, 'ja')
  await isAccessible(page)
  await field(say.mfaCode).fill(totp.generate({ timestamp: ownPool.now() }))
  await button(say.finishSetup).click()
  await button(say.signOut).click()
  await change(ownPool, email, { email_verified: 'true' })
  await prefer(ownPool, email, { ...byMail, ...byText })
  await signIn(ownPool.hanako)
  await expect(heading(say.mfaSelectionTitle)).toBeFocused()
  await isAccessible(page)
  await button(say.choices.TOTP).click()
  await expect(heading(say.mfaCodeTitle)).toBeFocused()
  await page.getByText('コードが合わない場合').click()
  await button(say.verify).click()
  await expect(alert).toBeFocused()
  await isAccessible(page)
  for (const choice of ['EMAIL', 'SMS'] as const) {
    await button(say.backToSignIn).click()
    await signIn(ownPool.hanako)
    await button(say.choices[choice]).click()
    await expect(heading(say.mfaCodeTitle)).toBeFocused()
    await isAccessible(page)
  }
})
