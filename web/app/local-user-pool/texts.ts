import type { Language } from '@genkan/sign-in'

/** What the strip says. Apart from the other texts, because it is not in a build for Amazon Cognito. */
interface Texts {
  readonly title: string
  readonly about: string
  readonly users: string
  readonly fill: (email: string) => string
  readonly states: Readonly<
    Record<'confirmed' | 'unconfirmed' | 'temporary-password' | 'reset-required' | 'disabled', string>
  >
  readonly inbox: string
  readonly unreachable: string
}

export const texts: Readonly<Record<Language, Texts>> = {
  ja: {
    title: 'ローカルのユーザープールに接続しています',
    about: 'このコンピューターの中だけで動いています。メールは送信されません。',
    users: '用意されているユーザー',
    fill: (email) => `${email} をフォームに入力`,
    states: {
      confirmed: '確認済み',
      unconfirmed: 'メール未確認',
      'temporary-password': '仮パスワード',
      'reset-required': '再設定が必要',
      disabled: '無効',
    },
    inbox: '受信箱を開く（新しいタブ）',
    unreachable:
      'ローカルのユーザープールに接続できません。リポジトリのフォルダーで npm start を実行し、このページを再読み込みしてください。',
  },
  en: {
    title: 'This page uses the local user pool',
    about: 'It runs on this computer only. No email leaves it.',
    users: 'Users that are there',
    fill: (email) => `Fill in ${email}`,
    states: {
      confirmed: 'confirmed',
      unconfirmed: 'email not confirmed',
      'temporary-password': 'temporary password',
      'reset-required': 'must reset',
      disabled: 'disabled',
    },
    inbox: 'Open the inbox (new tab)',
    unreachable:
      'The local user pool cannot be reached. Run npm start in the folder of the repository and reload this page.',
  },
}
