import { diagnosis } from '../diagnosis.ts'
import { poolInConsole } from '../facts/client.ts'
import { aboutPerson, adminCommand, examplePerson, failedBy } from '../facts/person.ts'

/** The password is not theirs, or there is no such user: Cognito does not tell which. */
export const PASSWORD_WRONG = diagnosis({
  code: 'PASSWORD_WRONG',
  severity: 'error',
  find: (patient, found) =>
    aboutPerson(
      patient,
      failedBy(found, 'NotAuthorizedException', /incorrect username or password|attempts exceeded/i),
    ),
  example: examplePerson,
  command: (facts) => adminCommand('admin-get-user', facts),
  en: (facts) => ({
    cause: `${facts.user} is refused: the password is wrong, there is no such user, or too many attempts have locked the account for up to 15 minutes.`,
    cure: 'With --with-credentials the doctor looks whether the user exists. The person sets a new password by “Forgot your password?”. If every password is wrong, see CLIENT_OF_ANOTHER_POOL.',
    console: poolInConsole.en(facts, 'Users'),
  }),
  ja: (facts) => ({
    cause: `${facts.user} は拒否されました。パスワードが違うか、ユーザーがいないか、失敗が続いて一時的に（最長 15 分）ロックされています。`,
    cure: '--with-credentials を付けると、ユーザーがいるかどうかを調べます。パスワードは本人が「パスワードを忘れた場合」から再設定できます。どのパスワードも通らないときは CLIENT_OF_ANOTHER_POOL を見てください。',
    console: poolInConsole.ja(facts, 'ユーザー'),
  }),
})
