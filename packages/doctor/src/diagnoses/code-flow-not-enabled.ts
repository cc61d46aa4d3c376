import { diagnosis } from '../diagnosis.ts'
import { changeClient, clientFacts, clientInConsole, exampleClient } from '../facts/client.ts'
import { errorOf } from '../probes/domain.ts'

/** The app client may not be used at the domain. */
export const CODE_FLOW_NOT_ENABLED = diagnosis({
  code: 'CODE_FLOW_NOT_ENABLED',
  severity: 'error',
  find: (patient, { domain }) =>
    patient.callback !== undefined && errorOf(domain?.authorize) === 'unauthorized_client'
      ? [clientFacts(patient)]
      : [],
  example: exampleClient,
  command: (facts) =>
    changeClient(
      facts,
      '.AllowedOAuthFlowsUserPoolClient = true | .AllowedOAuthFlows = ["code"] | .AllowedOAuthScopes = ["openid", "email", "profile", "aws.cognito.signin.user.admin"]',
    ),
  en: (facts) => ({
    cause: `The app client ${facts.clientId} does not allow the authorization code grant, by which people come back from the domain.`,
    cure: 'Allow “Authorization code grant”, at least one scope (openid) and an identity provider. The implicit grant is not needed.',
    console: `${clientInConsole.en(facts)} › Login pages › Edit › OAuth 2.0 grant types`,
  }),
  ja: (facts) => ({
    cause: `アプリクライアント ${facts.clientId} は、ドメインから戻るための「認可コード付与」を許可していません。`,
    cure: '「認可コード付与」と、1 つ以上のスコープ（openid）、ID プロバイダーを許可してください。暗黙的な付与は要りません。',
    console: `${clientInConsole.ja(facts)} › ログインページ › 編集 › OAuth 2.0 許可タイプ`,
  }),
})
