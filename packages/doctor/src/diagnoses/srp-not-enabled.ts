import { diagnosis } from '../diagnosis.ts'
import { changeClient, clientFacts, clientInConsole, exampleClient } from '../facts/client.ts'

/** The app client does not allow the flow by which the page signs in. */
export const SRP_NOT_ENABLED = diagnosis({
  code: 'SRP_NOT_ENABLED',
  severity: 'error',
  find: (patient, { srp, choice }) => {
    // documented: ALLOW_USER_AUTH has SRP in it, for pages that begin so.
    const isNeeded = patient.factors.length === 0 || choice?.is === 'refused'
    const isRefused = srp?.is === 'refused' && /not (?:enabled|supported)/i.test(srp.message)
    return isNeeded && isRefused && srp.exception === 'InvalidParameterException'
      ? [clientFacts(patient)]
      : []
  },
  example: exampleClient,
  command: (facts) =>
    changeClient(
      facts,
      // documented: a client whose refresh tokens rotate may not have ALLOW_REFRESH_TOKEN_AUTH; any other needs it.
      '.ExplicitAuthFlows += ["ALLOW_USER_SRP_AUTH"] + (if .RefreshTokenRotation.Feature == "ENABLED" then [] else ["ALLOW_REFRESH_TOKEN_AUTH"] end) | .ExplicitAuthFlows |= unique',
    ),
  en: (facts) => ({
    cause: `The app client ${facts.clientId} does not allow USER_SRP_AUTH, by which the page proves the password without sending it.`,
    cure: 'Allow “Sign in with secure remote password (SRP)” (ALLOW_USER_SRP_AUTH). The sending of the password itself (ALLOW_USER_PASSWORD_AUTH) is not needed.',
    console: `${clientInConsole.en(facts)} › Edit › Authentication flows`,
  }),
  ja: (facts) => ({
    cause: `アプリクライアント ${facts.clientId} は USER_SRP_AUTH を許可していません。ページはこのフローで、パスワードを送らずに証明します。`,
    cure: '「セキュアリモートパスワード (SRP) でサインイン」（ALLOW_USER_SRP_AUTH）を許可してください。パスワードそのものを送るフロー（ALLOW_USER_PASSWORD_AUTH）は要りません。',
    console: `${clientInConsole.ja(facts)} › 編集 › 認証フロー`,
  }),
})
