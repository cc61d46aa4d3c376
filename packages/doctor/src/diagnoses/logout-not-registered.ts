import { diagnosis } from '../diagnosis.ts'
import { changeClient, clientFacts, clientInConsole, exampleClient } from '../facts/client.ts'
import { errorOf } from '../probes/domain.ts'

/** Cognito does not send people back after signing out. */
export const LOGOUT_NOT_REGISTERED = diagnosis({
  code: 'LOGOUT_NOT_REGISTERED',
  severity: 'error',
  // assumed: AWS refuses it by the code that it has for a callback URL, or as an invalid request.
  find: (patient, { domain, srp }) =>
    patient.logout !== undefined &&
    // A client that is not known has no sign-out URLs.
    !(srp?.is === 'refused' && srp.exception === 'ResourceNotFoundException') &&
    ['redirect_mismatch', 'invalid_request'].includes(errorOf(domain?.logout) ?? '')
      ? [{ ...clientFacts(patient), logout: patient.logout }]
      : [],
  example: { ...exampleClient, logout: 'https://app.example.com/' },
  command: (facts) => changeClient(facts, `.LogoutURLs += ["${facts.logout}"]`),
  en: (facts) => ({
    cause: `${facts.logout} is no sign-out URL of the app client ${facts.clientId}.`,
    cure: 'Register it to the letter, beside the callback URLs, which are another list.',
    console: `${clientInConsole.en(facts)} › Login pages › Edit › Allowed sign-out URLs`,
  }),
  ja: (facts) => ({
    cause: `${facts.logout} は、アプリクライアント ${facts.clientId} のサインアウト URL として登録されていません。`,
    cure: '一字一句同じものを登録してください。コールバック URL とは別の一覧です。',
    console: `${clientInConsole.ja(facts)} › ログインページ › 編集 › 許可されているサインアウト URL`,
  }),
})
