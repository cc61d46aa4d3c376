import { diagnosis } from '../diagnosis.ts'
import { changeClient, clientFacts, clientInConsole, exampleClient } from '../facts/client.ts'
import { errorOf } from '../probes/domain.ts'

/** Cognito does not send people back to the page. */
export const CALLBACK_NOT_REGISTERED = diagnosis({
  code: 'CALLBACK_NOT_REGISTERED',
  severity: 'error',
  find: (patient, { domain }) =>
    patient.callback !== undefined && errorOf(domain?.authorize) === 'redirect_mismatch'
      ? [{ ...clientFacts(patient), callback: patient.callback }]
      : [],
  example: { ...exampleClient, callback: 'https://app.example.com/' },
  command: (facts) => changeClient(facts, `.CallbackURLs += ["${facts.callback}"]`),
  en: (facts) => ({
    cause: `${facts.callback} is no callback URL of the app client ${facts.clientId} (redirect_mismatch).`,
    cure: 'Register it to the letter: https or http, the port, and the slash at the end count.',
    console: `${clientInConsole.en(facts)} › Login pages › Edit › Allowed callback URLs`,
  }),
  ja: (facts) => ({
    cause: `${facts.callback} は、アプリクライアント ${facts.clientId} のコールバック URL として登録されていません（redirect_mismatch）。`,
    cure: '一字一句同じものを登録してください。https と http の別、ポート、末尾のスラッシュも区別されます。',
    console: `${clientInConsole.ja(facts)} › ログインページ › 編集 › 許可されているコールバック URL`,
  }),
})
