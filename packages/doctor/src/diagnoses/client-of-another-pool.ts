import { diagnosis } from '../diagnosis.ts'
import { clientFacts, exampleClient, knowsClient, poolInConsole } from '../facts/client.ts'
import { errorOf } from '../probes/domain.ts'

/** Both exist, and have nothing to do with each other: every password is wrong. */
export const CLIENT_OF_ANOTHER_POOL = diagnosis({
  code: 'CLIENT_OF_ANOTHER_POOL',
  severity: 'error',
  find: (patient, { srp, account, domain }) => {
    const refused = typeof account === 'object' && account.refusals.DescribeUserPoolClient?.name
    const poolIsThere = typeof account === 'object' && account.pool !== undefined
    const byAdministrator = poolIsThere && refused === 'ResourceNotFoundException'
    // Nobody gave this domain: it is the one that the user pool itself names. It does not know the client.
    // assumed: on AWS its error page says invalid_client or `Client … does not exist`, as its words are about clients.
    const byDomain = domain?.isGiven === false && /client/i.test(errorOf(domain.authorize) ?? '')
    const isUnknown = byDomain && errorOf(domain?.authorize) !== 'unauthorized_client'
    return knowsClient(srp) && (byAdministrator || isUnknown) ? [clientFacts(patient)] : []
  },
  example: exampleClient,
  command: ({ region, userPoolId }) =>
    `aws cognito-idp list-user-pool-clients --region ${region} --user-pool-id ${userPoolId}`,
  en: (facts) => ({
    cause: `The app client ${facts.clientId} belongs to another user pool than ${facts.userPoolId}. By SRP every password is wrong then, and an API refuses the tokens.`,
    cure: `Take the client ID of an app client of ${facts.userPoolId}, or the user pool ID that belongs to the client.`,
    console: poolInConsole.en(facts, 'App clients'),
  }),
  ja: (facts) => ({
    cause: `アプリクライアント ${facts.clientId} は、${facts.userPoolId} とは別のユーザープールのものです。SRP ではどのパスワードも「誤り」になり、API はトークンを拒否します。`,
    cure: `${facts.userPoolId} のアプリクライアントのクライアント ID か、このクライアントが属するユーザープールの ID を使ってください。`,
    console: poolInConsole.ja(facts, 'アプリクライアント'),
  }),
})
