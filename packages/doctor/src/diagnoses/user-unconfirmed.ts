import { diagnosis } from '../diagnosis.ts'
import { poolInConsole } from '../facts/client.ts'
import { aboutPerson, adminCommand, describedUser, examplePerson, failedBy } from '../facts/person.ts'

/** The person has signed up and has not entered the code. */
export const USER_UNCONFIRMED = diagnosis({
  code: 'USER_UNCONFIRMED',
  severity: 'error',
  find: (patient, found) =>
    aboutPerson(
      patient,
      describedUser(found)?.UserStatus === 'UNCONFIRMED' || failedBy(found, 'UserNotConfirmedException'),
    ),
  example: examplePerson,
  command: (facts) => adminCommand('admin-confirm-sign-up', facts),
  en: (facts) => ({
    cause: `${facts.user} has signed up, and has not confirmed it with the code yet.`,
    cure: 'The page asks for the code after the password, and sends another on request; codes are good for 24 hours. An administrator can confirm the account without one; the address is not verified by that.',
    console: poolInConsole.en(facts, 'Users', facts.user, 'Actions', 'Confirm account'),
  }),
  ja: (facts) => ({
    cause: `${facts.user} は登録しただけで、確認コードをまだ入力していません。`,
    cure: 'ページはパスワードのあとに確認コードを求め、再送信もできます（コードの期限は 24 時間）。管理者がコードなしで確認済みにすることもできますが、アドレスは検証済みになりません。',
    console: poolInConsole.ja(facts, 'ユーザー', facts.user, 'アクション', 'アカウントを確認'),
  }),
})
