import { diagnosis } from '../diagnosis.ts'
import { changeClient, clientFacts, clientInConsole, exampleClient } from '../facts/client.ts'

/** The page offers codes or passkeys, and the app client does not allow the choice. */
export const USER_AUTH_NOT_ENABLED = diagnosis({
  code: 'USER_AUTH_NOT_ENABLED',
  severity: 'error',
  find: (patient, { choice }) =>
    choice?.is === 'refused' &&
    choice.exception === 'InvalidParameterException' &&
    /not (?:enabled|supported)/i.test(choice.message)
      ? [{ ...clientFacts(patient), factors: patient.factors.join(',') }]
      : [],
  example: { ...exampleClient, factors: 'EMAIL_OTP,WEB_AUTHN' },
  command: (facts) =>
    changeClient(facts, '.ExplicitAuthFlows += ["ALLOW_USER_AUTH"] | .ExplicitAuthFlows |= unique'),
  en: (facts) => ({
    cause: `The page offers ${facts.factors} (NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS), but the app client ${facts.clientId} does not allow USER_AUTH.`,
    cure: 'Allow “Choice-based sign-in” (ALLOW_USER_AUTH), which the feature plans Essentials and Plus have; or leave the variable out for the password alone.',
    console: `${clientInConsole.en(facts)} › Edit › Authentication flows`,
  }),
  ja: (facts) => ({
    cause: `ページは ${facts.factors} を選べるようにしていますが（NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS）、アプリクライアント ${facts.clientId} は USER_AUTH を許可していません。`,
    cure: '「選択ベースのサインイン」（ALLOW_USER_AUTH）を許可してください（機能プラン Essentials または Plus が必要です）。パスワードだけでよければ、この変数を外してください。',
    console: `${clientInConsole.ja(facts)} › 編集 › 認証フロー`,
  }),
})
