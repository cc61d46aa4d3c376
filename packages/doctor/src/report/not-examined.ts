import type { Language } from '../diagnosis.ts'
import type { Patient } from '../patient.ts'

interface Gap {
  /** The flag that would close it. */
  readonly flag: string
  is(patient: Patient): boolean
  readonly en: string
  readonly ja: string
}

const gaps: readonly Gap[] = [
  {
    flag: '--api URL',
    is: ({ api }) => api === undefined,
    en: 'whether a protected API takes the tokens',
    ja: '保護された API がトークンを受け付けるか',
  },
  {
    flag: '--site URL',
    is: ({ site }) => site === undefined,
    en: 'the page as it is served: its headers, and whether the API lets it in (CORS)',
    ja: '公開されているページのヘッダーと、API がそのページからの呼び出しを許すか（CORS）',
  },
  {
    flag: '--callback URL',
    is: ({ callback }) => callback === undefined,
    en: 'the domain of the user pool, and whether people may come back from it',
    ja: 'ユーザープールのドメインと、そこからページへ戻れるか',
  },
  {
    flag: '--logout URL',
    is: ({ logout, callback, domain }) =>
      logout === undefined && (callback !== undefined || domain !== undefined),
    en: 'whether people may come back from the domain after signing out',
    ja: 'ドメインでログアウトしたあと、ページへ戻れるか',
  },
  {
    flag: '--try-sign-in EMAIL',
    is: ({ signIn }) => signIn === undefined,
    en: 'a real sign-in, and what the API says to its tokens',
    ja: '実際のログインと、そのトークンに対する API の応答',
  },
  {
    flag: '--with-credentials',
    is: ({ withCredentials }) => !withCredentials,
    en: 'what only an administrator is told: to which pool the client belongs, MFA, the sender of mail, users',
    ja: '管理者だけに分かること（クライアントの所属、MFA、メールの送信元、ユーザーの状態）',
  },
]

/** What was not looked at, and the flag that would have it looked at. */
export const notExamined = (patient: Patient, language: Language) =>
  gaps.filter(({ is }) => is(patient)).map((gap) => ({ flag: gap.flag, what: gap[language] }))
