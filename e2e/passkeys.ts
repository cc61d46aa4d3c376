import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import type { Page, Request } from '@playwright/test'
import { entrance, type Language } from './entrance.ts'
import { expect, type Person } from './journey.ts'

export const passwordless = { emailOtpEnabled: true, webAuthn: {} }

const passkeyWords = {
  ja: {
    proceed: '次へ',
    choose: 'ログイン方法の選択',
    byPasskey: 'パスキー',
    byPassword: 'パスワード',
    byMail: 'メールで届くコード',
    waiting: '端末での確認を待っています...',
    account: 'アカウント設定',
    passkeys: 'パスキー',
    none: 'パスキーはまだ登録されていません。',
    add: 'パスキーを登録',
    added: 'パスキーを登録しました。',
    remove: /を削除$/,
    question: 'の登録を削除しますか？',
    lastLeavesCode: '次回からは、届いたコードまたはパスワードでログインします。',
    lastLeavesPassword: '次回からのログインには、パスワードが必要になります。',
    confirm: '削除する',
    cancel: 'キャンセル',
    removed: 'パスキーの登録を削除しました。',
    notAdded: 'パスキーは登録されていません。',
    exists: 'この端末のパスキーは、すでに登録されています。',
    canceled: 'パスキーでログインできませんでした。',
    refused: 'このパスキーではログインできませんでした。',
  },
  en: {
    proceed: 'Continue',
    choose: 'Choose how to sign in',
    byPasskey: 'Passkey',
    byPassword: 'Password',
    byMail: 'Code by email',
    waiting: 'Waiting for your device…',
    account: 'Account settings',
    passkeys: 'Passkeys',
    none: 'There are no passkeys yet.',
    add: 'Add a passkey',
    added: 'Your passkey is added.',
    remove: /^Delete: /,
    question: 'Do you want to delete',
    lastLeavesCode: 'you use a code that we send you, or your password.',
    lastLeavesPassword: 'you need your password.',
    confirm: 'Delete',
    cancel: 'Cancel',
    removed: 'The passkey is deleted from your account.',
    notAdded: 'No passkey was added.',
    exists: 'There is already a passkey on this device.',
    canceled: 'You have not signed in with your passkey.',
    refused: 'This passkey does not sign you in.',
  },
} as const

/** The entrance that takes passkeys, and their part of the account page. */
export function passkeyDoor(page: Page, language: Language = 'ja') {
  const door = entrance(page, language)
  const text = { ...door.text, ...passkeyWords[language] }
  const part = page.getByRole('region', { name: text.passkeys, exact: true })
  const said = (words: string) => page.locator('main').getByRole('status').filter({ hasText: words })
  async function begin(email: string) {
    await door.field(text.email).fill(email)
    await door.button(text.proceed).click()
  }
  async function openAccount() {
    await door.button(text.account).click()
    await expect(part.getByRole('button', { name: text.add })).toBeVisible()
  }
  return {
    ...door,
    text,
    /** The part of the account page. */
    part,
    rows: part.getByRole('listitem'),
    removals: part.getByRole('button', { name: text.remove }),
    said,
    begin,
    openAccount,
    async openAccountAs(person: Person) {
      await begin(person.email)
      await door.button(text.byPassword).click()
      await door.password().fill(person.password)
      await door.button(text.signIn).click()
      await openAccount()
    },
    async add() {
      await door.button(text.add).click()
      await expect(said(text.added)).toBeVisible()
    },
    /** From the choice on, by a code: the way that is always left. */
    async signInByCode(code: () => Promise<string>) {
      await door.button(text.byMail).click()
      await door.field(text.mfaCode).fill(await code())
      await door.button(text.verify).click()
      await expect(door.heading(text.signedIn)).toBeFocused()
    },
  }
}

interface Device {
  /** How it is connected; of those that are built in, a browser has one. */
  readonly transport?: 'internal' | 'usb'
  /** Whether it can tell who uses it. */
  readonly hasUserVerification?: boolean
}

/** Connects a device that keeps passkeys, Chromium's own in software, and agrees to everything until told otherwise. */
export async function authenticator(
  page: Page,
  { transport = 'internal', hasUserVerification = true }: Device = {},
) {
  const browser = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  const { authenticatorId } = await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport,
      hasResidentKey: true,
      hasUserVerification,
      isUserVerified: hasUserVerification,
      automaticPresenceSimulation: true,
    },
  })
  const credentials = async () =>
    (await browser.send('WebAuthn.getCredentials', { authenticatorId })).credentials
  return {
    /** Whether its user agrees, by face, finger or PIN; a refusal is what a browser also says of a cancellation. */
    agrees: (isUserVerified: boolean) =>
      browser.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    /** Lets the browser wait for a touch that does not come. */
    hesitates: () =>
      browser.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: false }),
    disconnect: () => browser.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
    /** Loses its passkeys. */
    clear: () => browser.send('WebAuthn.clearCredentials', { authenticatorId }),
    credentials,
    /** Replaces its only passkey by an earlier copy of it. */
    async restore(earlier: Awaited<ReturnType<typeof credentials>>) {
      await browser.send('WebAuthn.clearCredentials', { authenticatorId })
      for (const credential of earlier) {
        await browser.send('WebAuthn.addCredential', { authenticatorId, credential })
      }
    },
  }
}

/** Which operation of the pool a request is for. */
export const operationOf = (request: Request) => request.headers()['x-amz-target']?.split('.')[1]

/** The access token of another session of that person. */
export async function accessTokenOf(admin: CognitoIdentityProviderClient, person: Person): Promise<string> {
  const { AuthenticationResult } = await admin.send(
    new InitiateAuthCommand({
      AuthFlow: 'USER_AUTH',
      ClientId: exampleSeed.clientId,
      AuthParameters: {
        USERNAME: person.email,
        PREFERRED_CHALLENGE: 'PASSWORD',
        PASSWORD: person.password,
      },
    }),
  )
  return AuthenticationResult?.AccessToken ?? ''
}
