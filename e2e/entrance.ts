import type { Locator, Page } from '@playwright/test'

/** The words that a person reads and acts on, in both languages of the page. */
export const words = {
  ja: {
    signIn: 'ログイン',
    signingIn: 'ログイン中...',
    email: 'メールアドレス',
    password: 'パスワード',
    newPassword: '新しいパスワード',
    name: '氏名',
    code: '確認コード',
    signUp: '新規登録',
    submitSignUp: '登録する',
    confirm: '確認する',
    confirmTitle: '確認コードの入力',
    forgot: 'パスワードをお忘れの方',
    resetTitle: '新しいパスワードの設定',
    newPasswordTitle: 'パスワードの設定',
    submitNewPassword: '設定してログイン',
    signedIn: 'ログインしています',
    signOut: 'ログアウト',
    idToken: 'ID トークンを見る',
    callApi: 'API を呼び出す',
    incorrect: 'メールアドレスまたはパスワードが正しくありません。',
    next: '次のステップ',
    mfaCode: '認証コード',
    mfaCodeTitle: '認証コードの入力',
    verify: '確認してログイン',
    mfaSelectionTitle: '認証方法の選択',
    mfaSetupTitle: '2 段階認証の設定',
    totpSetupTitle: '認証アプリの設定',
    finishSetup: '設定してログイン',
    emailSetupTitle: '認証用メールアドレスの設定',
    choices: { TOTP: '認証アプリ', EMAIL: 'メール', SMS: 'SMS' },
    backToSignIn: 'ログイン画面に戻る',
  },
  en: {
    signIn: 'Sign in',
    signingIn: 'Signing in…',
    email: 'Email address',
    password: 'Password',
    newPassword: 'New password',
    name: 'Full name',
    code: 'Confirmation code',
    signUp: 'Create an account',
    submitSignUp: 'Create account',
    confirm: 'Confirm',
    confirmTitle: 'Enter your confirmation code',
    forgot: 'Forgot your password?',
    resetTitle: 'Choose a new password',
    newPasswordTitle: 'Set your password',
    submitNewPassword: 'Save and sign in',
    signedIn: 'You are signed in',
    signOut: 'Sign out',
    idToken: 'Show the ID token',
    callApi: 'Call the API',
    incorrect: 'The email address or the password is not right.',
    next: 'Next steps',
    mfaCode: 'Verification code',
    mfaCodeTitle: 'Enter your verification code',
    verify: 'Verify and sign in',
    mfaSelectionTitle: 'Choose how to verify',
    mfaSetupTitle: 'Set up two-step verification',
    totpSetupTitle: 'Set up your authenticator app',
    finishSetup: 'Verify and sign in',
    emailSetupTitle: 'Set up codes by email',
    choices: { TOTP: 'Authenticator app', EMAIL: 'Email', SMS: 'Text message' },
    backToSignIn: 'Back to sign in',
  },
} as const

export type Language = keyof typeof words

export const languages = Object.keys(words) as Language[]

/** The browser's preference for each language, as Playwright takes it. */
export const locales = { ja: 'ja-JP', en: 'en-GB' } as const

/** The entrance as a person uses it: by the names of what is on the screen. */
export function entrance(page: Page, language: Language = 'ja') {
  const text = words[language]
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  const heading = (name: string): Locator => page.getByRole('heading', { level: 1, name, exact: true })
  // A password field has no role; its label carries the word for "required", which is not read out.
  const password = (name: string = text.password) => page.getByLabel(new RegExp(`^${name}(必須|Required)$`))
  return {
    text,
    button,
    field,
    heading,
    password,
    /** What the ID token says about the signed-in person, where the page shows it decoded. */
    claim: (name: string): Locator =>
      page
        .getByRole('term')
        .filter({ hasText: new RegExp(`^${name}$`) })
        .locator('xpath=following-sibling::dd'),
    /** What the page says went wrong. */
    alert: page.locator('main').getByRole('alert'),
    /** What the page says went well. */
    status: page.locator('main').getByRole('status').first(),
    async open() {
      await page.goto('/')
      await heading(text.signIn).waitFor()
    },
    async signIn(person: { email: string; password: string }) {
      await field(text.email).fill(person.email)
      await password().fill(person.password)
      await button(text.signIn).click()
    },
  }
}
