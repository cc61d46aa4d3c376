import {
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  type CognitoIdentityProviderClient,
  SetUserPoolMfaConfigCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import type { Page } from '@playwright/test'
import { TOTP, URI } from 'otpauth'
import { isAccessible } from './accessible.ts'
import { entrance, type Language, languages, locales, words } from './entrance.ts'
import { expect, type Person, password, test } from './journey.ts'

const UserPoolId = exampleSeed.userPoolId
const phone = '+819012345678'

const accountWords = {
  ja: {
    account: 'アカウント設定',
    back: '戻る',
    details: '登録情報',
    cancel: 'キャンセル',
    change: (label: string) => `${label}を変更`,
    add: (label: string) => `${label}を追加`,
    remove: (label: string) => `${label}を削除`,
    verify: (label: string) => `${label}に確認コードを送信`,
    turnOn: (label: string) => `${label}をオンにする`,
    turnOff: (label: string) => `${label}をオフにする`,
    prefer: (label: string) => `${label}を優先して使う`,
    save: '保存する',
    confirm: '確認する',
    resend: 'コードを再送信',
    phone: '電話番号',
    nickname: 'ニックネーム',
    none: '未登録',
    verified: '確認済み',
    unverified: '未確認',
    saved: '変更を保存しました。',
    confirmed: '確認が完了しました。',
    removed: '削除しました。',
    taken: 'このメールアドレスは使用できません。',
    wrongCode: '確認コードが正しくありません。最後に届いた',
    phoneMalformed: '国番号から入力してください。',
    nameMissing: '氏名を入力してください。',
    changePassword: 'パスワードを変更',
    oldPassword: '現在のパスワード',
    submitPassword: '変更する',
    wrongPassword: '現在のパスワードが正しくありません。',
    policyUnmet: 'パスワードの条件をすべて満たしてください。',
    passwordChanged: 'パスワードを変更しました。',
    endOthers: 'ほかの端末も含めてログアウト',
    signedOutEverywhere: 'すべての端末からログアウトしました。',
    addApp: '追加する',
    appAdded: '認証アプリを追加しました。',
    setupMismatch: '端末の日時が自動設定になっていること',
    on: 'オン',
    preferred: 'オン（優先）',
    off: 'オフ',
    unavailable: 'この認証方法は現在ご利用になれません。',
    deleteAccount: 'アカウントを削除',
    deleteForGood: '完全に削除する',
    question: 'アカウントを削除しますか？',
    deleted: 'アカウントを削除しました。',
    sessionExpired: 'ログインの有効期限が切れました。',
  },
  en: {
    account: 'Account settings',
    back: 'Back',
    details: 'Your details',
    cancel: 'Cancel',
    change: (label: string) => `Change: ${label}`,
    add: (label: string) => `Add: ${label}`,
    remove: (label: string) => `Remove: ${label}`,
    verify: (label: string) => `Send a confirmation code: ${label}`,
    turnOn: (label: string) => `Turn on: ${label}`,
    turnOff: (label: string) => `Turn off: ${label}`,
    prefer: (label: string) => `Use first: ${label}`,
    save: 'Save',
    confirm: 'Confirm',
    resend: 'Send a new code',
    phone: 'Phone number',
    nickname: 'Nickname',
    none: 'Not given',
    verified: 'Confirmed',
    unverified: 'Not confirmed',
    saved: 'Your change is saved.',
    confirmed: 'Confirmed.',
    removed: 'Removed.',
    taken: 'This email address cannot be used.',
    wrongCode: 'The confirmation code is not right.',
    phoneMalformed: 'Begin the phone number with a country code',
    nameMissing: 'Full name: please fill this in.',
    changePassword: 'Change your password',
    oldPassword: 'Current password',
    submitPassword: 'Change password',
    wrongPassword: 'Your current password is not right.',
    policyUnmet: 'The password must meet all the requirements.',
    passwordChanged: 'Your password is changed.',
    endOthers: 'Sign out here and on other devices',
    signedOutEverywhere: 'You are signed out on all devices.',
    addApp: 'Add the app',
    appAdded: 'Your authenticator app is added.',
    setupMismatch: 'sets its clock automatically',
    on: 'On',
    preferred: 'On (used first)',
    off: 'Off',
    unavailable: 'This way of verifying cannot be used at the moment.',
    deleteAccount: 'Delete my account',
    deleteForGood: 'Delete for good',
    question: 'Do you want to delete your account?',
    deleted: 'Your account is deleted.',
    sessionExpired: 'Your session has ended.',
  },
} as const

/** The account page as a person uses it. */
function accountPage(page: Page, language: Language = 'ja') {
  const door = entrance(page, language)
  const text = { ...door.text, ...accountWords[language] }
  return {
    ...door,
    text,
    /** The part of the page that says what something is now. */
    row: (label: string) =>
      page.getByRole('listitem').filter({ has: page.getByText(label, { exact: true }) }),
    said: (words: string) => page.locator('main').getByRole('status').filter({ hasText: words }),
    async openAs(person: Person) {
      await door.open()
      await door.signIn(person)
      await door.button(text.account).click()
      await expect(door.heading(text.account)).toBeFocused()
      await page.getByRole('heading', { level: 2, name: text.details }).waitFor()
    },
  }
}

async function offerAll({ admin }: { readonly admin: CognitoIdentityProviderClient }) {
  await admin.send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId,
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: true },
      EmailMfaConfiguration: { Subject: 'Code', Message: 'Your code is {####}' },
      SmsMfaConfiguration: { SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' } },
    }),
  )
}

/** Adds the account that the page shows to an authenticator app. */
async function scan(page: Page): Promise<TOTP> {
  const uri = await page.locator('a[href^="otpauth:"]').getAttribute('href')
  const read = URI.parse(uri ?? '')
  if (!(read instanceof TOTP)) throw new Error('This is no authenticator app.')
  return read
}

const wrongCode = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, '0')

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

    test('the password is changed, and the other sessions may be ended', { tag: '@phone' }, async ({
      page,
      person,
    }) => {
      const door = accountPage(page, language)
      const { openAs, said, button, alert, signIn, heading, text } = door
      const next = 'Another-2026'
      await openAs(person)
      await button(text.changePassword).click()
      await expect(door.password(text.oldPassword)).toBeFocused()
      await door.password(text.oldPassword).fill('Wrong-2026')
      await door.password(text.newPassword).fill('short')
      await button(text.submitPassword).click()
      await expect(alert).toContainText(text.policyUnmet)
      await door.password(text.newPassword).fill(next)
      await button(text.submitPassword).click()
      await expect(alert).toContainText(text.wrongPassword)
      await expect(door.password(text.oldPassword)).toHaveAttribute('aria-invalid', 'true')
      await door.password(text.oldPassword).fill(password)
      await button(text.submitPassword).click()
      await expect(said(text.passwordChanged)).toBeVisible()
      await expect(button(text.changePassword)).toBeFocused()
      await button(text.endOthers).click()
      await expect(heading(text.signIn)).toBeFocused()
      await expect(said(text.signedOutEverywhere)).toBeVisible()
      await signIn(person)
      await expect(alert).toContainText(text.incorrect)
      await signIn({ ...person, password: next })
      await expect(heading(text.signedIn)).toBeFocused()
    })

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

    test('the account is deleted by two presses', { tag: '@phone' }, async ({ page, person }) => {
      const { openAs, said, button, alert, signIn, heading, text } = accountPage(page, language)
      await openAs(person)
      await button(text.deleteAccount).click()
      await expect(page.getByText(text.question)).toBeFocused()
      await button(text.cancel).click()
      await expect(button(text.deleteAccount)).toBeFocused()
      await button(text.deleteAccount).click()
      await button(text.deleteForGood).click()
      await expect(heading(text.signIn)).toBeFocused()
      await expect(said(text.deleted)).toBeVisible()
      const tokens = await page.evaluate(() => Object.keys(localStorage).filter((key) => /Cognito/.test(key)))
      expect(tokens).toEqual([])
      await signIn(person)
      await expect(alert).toContainText(text.incorrect)
    })
  })
}

const say = { ...words.ja, ...accountWords.ja }

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

test('a session that has ended meanwhile leads to the sign-in form', async ({ page, ownPool }) => {
  const { openAs, field, button, heading, said } = accountPage(page)
  await openAs(ownPool.hanako)
  await button(say.change(say.name)).click()
  await field(say.name).fill('山田 はな')
  ownPool.wait({ minutes: 61 })
  await button(say.save).click()
  await expect(heading(say.signIn)).toBeFocused()
  await expect(said(say.sessionExpired)).toBeVisible()
  await expect(field(say.email)).toHaveValue(ownPool.hanako.email)
})

test('without a network nothing that is typed is lost', async ({ page, person, context, expectedErrors }) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/)
  const { openAs, field, button, alert, said } = accountPage(page)
  await openAs(person)
  await button(say.change(say.name)).click()
  await field(say.name).fill('山田 はな')
  await context.setOffline(true)
  await button(say.save).click()
  await expect(alert).toContainText('サーバーに接続できません。')
  await expect(field(say.name)).toHaveValue('山田 はな')
  await context.setOffline(false)
  await button(say.save).click()
  await expect(said(say.saved)).toBeVisible()
})

test('whoever only signs in does not load the account page, and a failed load can be tried again', async ({
  page,
  person,
  context,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/)
  const { open, signIn, heading, button, alert } = accountPage(page)
  const scripts: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.text())
  })
  await open()
  await signIn(person)
  await expect(heading(say.signedIn)).toBeVisible()
  await page.waitForLoadState('networkidle')
  const loaded = (await Promise.all(scripts)).join('')
  expect(loaded).toContain(say.signedIn)
  expect(loaded).not.toContain(say.deleteForGood)
  await context.setOffline(true)
  await button(say.account).click()
  await expect(alert).toContainText('サーバーに接続できません。')
  await context.setOffline(false)
  await button('もう一度試す').click()
  await expect(page.getByRole('heading', { level: 2, name: say.details })).toBeVisible()
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

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 320]) {
    test.describe(`the account page, ${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } })

      test('has nothing that axe finds, and no sideways scrolling', async ({ page, ownPool }) => {
        test.slow()
        const { openAs, field, button, alert } = accountPage(page)
        await offerAll(ownPool)
        await openAs(ownPool.hanako)
        await isAccessible(page)
        await button(say.change(say.email)).click()
        await field(say.email).fill(`${'long-'.repeat(8)}address@example.com`)
        await button(say.save).click()
        await expect(field(say.code)).toBeFocused()
        await button(say.confirm).click()
        await expect(alert).toBeFocused()
        await button(say.changePassword).click()
        await button(say.turnOn(say.choices.TOTP)).click()
        await expect(field(say.mfaCode)).toBeFocused()
        await button(say.deleteAccount).click()
        await expect(page.getByText(say.question)).toBeFocused()
        await isAccessible(page)
      })
    })
  }
}
