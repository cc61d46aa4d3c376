import {
  type CognitoIdentityProviderClient,
  SetUserPoolMfaConfigCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import type { Page } from '@playwright/test'
import { TOTP, URI } from 'otpauth'
import { entrance, type Language, words } from './entrance.ts'
import { expect, type Person } from './journey.ts'

export const UserPoolId = exampleSeed.userPoolId
export const phone = '+819012345678'

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
    pending: (address: string) =>
      `${address} にコードを送信しました。コードを確認するまで、登録情報は変わりません。`,
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
    sessionExpired: 'ログインが終了しました。',
    sessionRevoked: 'このログインは取り消されました。',
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
    pending: (address: string) => `The code was sent to ${address}. Nothing changes until you confirm it.`,
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
    sessionRevoked: 'Your session was ended from elsewhere.',
  },
} as const

/** The account page as a person uses it. */
export function accountPage(page: Page, language: Language = 'ja') {
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

/** Lets everybody use any second factor. */
export async function offerAll({ admin }: { readonly admin: CognitoIdentityProviderClient }) {
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
export async function scan(page: Page): Promise<TOTP> {
  const uri = await page.locator('a[href^="otpauth:"]').getAttribute('href')
  const read = URI.parse(uri ?? '')
  if (!(read instanceof TOTP)) throw new Error('This is no authenticator app.')
  return read
}

/** A code that is not the one that was sent or shown. */
export const wrongCode = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, '0')

/** What the page says in Japanese. */
export const say = { ...words.ja, ...accountWords.ja }
