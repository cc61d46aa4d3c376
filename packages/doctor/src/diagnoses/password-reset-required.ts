import { diagnosis } from '../diagnosis.ts'
import { poolInConsole } from '../facts/client.ts'
import { aboutPerson, adminCommand, describedUser, examplePerson, failedBy } from '../facts/person.ts'

/** The person has to choose a new password first. */
export const PASSWORD_RESET_REQUIRED = diagnosis({
  code: 'PASSWORD_RESET_REQUIRED',
  severity: 'error',
  find: (patient, found) =>
    aboutPerson(
      patient,
      describedUser(found)?.UserStatus === 'RESET_REQUIRED' ||
        failedBy(found, 'PasswordResetRequiredException'),
    ),
  example: examplePerson,
  command: (facts) => adminCommand('admin-reset-user-password', facts),
  en: (facts) => ({
    cause: `${facts.user} has to set a new password: an administrator has reset it, or the user was imported.`,
    cure: 'The person does so by “Forgot your password?”, with a code that is good for one hour. The command sends another one.',
    console: poolInConsole.en(facts, 'Users', facts.user, 'Actions', 'Reset password'),
  }),
  ja: (facts) => ({
    cause: `${facts.user} はパスワードの再設定が必要です。管理者がリセットしたか、インポートされたユーザーです。`,
    cure: '本人が「パスワードを忘れた場合」から、コード（期限は 1 時間）を使って再設定します。下のコマンドはコードを送り直します。',
    console: poolInConsole.ja(facts, 'ユーザー', facts.user, 'アクション', 'パスワードをリセット'),
  }),
})
