import { diagnosis } from '../diagnosis.ts'
import { changeClient, clientFacts, clientInConsole, exampleClient } from '../facts/client.ts'

/** Anybody can find out who has an account. */
export const USER_EXISTENCE_LEAKS = diagnosis({
  code: 'USER_EXISTENCE_LEAKS',
  severity: 'warning',
  find: (patient, { srp, choice }) =>
    [srp, choice].some((reply) => reply?.is === 'refused' && reply.exception === 'UserNotFoundException')
      ? [clientFacts(patient)]
      : [],
  example: exampleClient,
  command: (facts) => changeClient(facts, '.PreventUserExistenceErrors = "ENABLED"'),
  en: (facts) => ({
    cause: `The app client ${facts.clientId} tells whether a user exists (PreventUserExistenceErrors is LEGACY): anybody can find out who has an account.`,
    cure: 'Turn on “Prevent user existence errors”. A wrong address and a wrong password are then answered alike.',
    console: `${clientInConsole.en(facts)} › Edit › Advanced security configurations`,
  }),
  ja: (facts) => ({
    cause: `アプリクライアント ${facts.clientId} は、ユーザーがいるかどうかを答えてしまいます（PreventUserExistenceErrors が LEGACY）。誰がアカウントを持っているか、第三者に調べられます。`,
    cure: '「ユーザー存在エラーの防止」を有効にしてください。アドレスの誤りとパスワードの誤りが、同じ答えになります。',
    console: `${clientInConsole.ja(facts)} › 編集 › 高度なセキュリティ設定`,
  }),
})
