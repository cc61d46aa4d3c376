import { diagnosis } from '../diagnosis.ts'
import { clientFacts, exampleClient, poolInConsole } from '../facts/client.ts'
import type { Reply } from '../probes/cognito.ts'

// observed: in several public code bases, both.
const wordings = [/is configured (?:with|for) secret but/i, /unable to verify secret hash for client/i]

const speaksOfSecret = (reply: Reply | undefined) =>
  reply?.is === 'refused' && wordings.some((wording) => wording.test(reply.message))

/** The app client has a secret, which no page can keep. */
export const CLIENT_HAS_SECRET = diagnosis({
  code: 'CLIENT_HAS_SECRET',
  severity: 'error',
  find: (patient, { srp, choice, refresh, account }) => {
    const isDescribed = typeof account === 'object' && account.client?.ClientSecret !== undefined
    return isDescribed || [srp, choice, refresh].some(speaksOfSecret) ? [clientFacts(patient)] : []
  },
  example: exampleClient,
  command: ({ region, userPoolId }) =>
    `aws cognito-idp create-user-pool-client --region ${region} --user-pool-id ${userPoolId} --client-name web --no-generate-secret --explicit-auth-flows ALLOW_USER_SRP_AUTH ALLOW_REFRESH_TOKEN_AUTH --prevent-user-existence-errors ENABLED`,
  en: (facts) => ({
    cause: `The app client ${facts.clientId} has a secret, which a page in a browser cannot keep and Amplify does not send. Cognito says “Client … is configured with secret but SECRET_HASH was not received” or “Unable to verify secret hash for client …”.`,
    cure: 'Make a new app client without a secret (type “Single-page application”), and put its client ID into NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID. A secret cannot be taken away from a client that has one. Never put the secret into the page.',
    console: poolInConsole.en(facts, 'App clients', 'Create app client'),
  }),
  ja: (facts) => ({
    cause: `アプリクライアント ${facts.clientId} にはシークレットがあります。ブラウザーのページはシークレットを守れず、Amplify も送りません。Cognito は「Client … is configured with secret but SECRET_HASH was not received」または「Unable to verify secret hash for client …」と答えます。`,
    cure: 'シークレットのないアプリクライアント（種類は「シングルページアプリケーション」）を新しく作り、そのクライアント ID を NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID に設定してください。既存のクライアントからシークレットを外すことはできません。シークレットをページに書いてはいけません。',
    console: poolInConsole.ja(facts, 'アプリクライアント', 'アプリクライアントを作成'),
  }),
})
