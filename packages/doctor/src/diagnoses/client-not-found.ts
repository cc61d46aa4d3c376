import { diagnosis } from '../diagnosis.ts'
import { clientFacts, exampleClient, poolInConsole } from '../facts/client.ts'

/** There is no such app client in the region. */
export const CLIENT_NOT_FOUND = diagnosis({
  code: 'CLIENT_NOT_FOUND',
  severity: 'error',
  find: (patient, { srp }) =>
    srp?.is === 'refused' && srp.exception === 'ResourceNotFoundException' ? [clientFacts(patient)] : [],
  example: exampleClient,
  command: ({ region, userPoolId }) =>
    `aws cognito-idp list-user-pool-clients --region ${region} --user-pool-id ${userPoolId}`,
  en: (facts) => ({
    cause: `There is no app client ${facts.clientId} in ${facts.region}: it was deleted, is in another region or account, or the ID has a wrong letter.`,
    cure: `Take the client ID of an app client of ${facts.userPoolId}. The name of an app client and the client ID of an identity provider are something else.`,
    console: poolInConsole.en(facts, 'App clients'),
  }),
  ja: (facts) => ({
    cause: `${facts.region} にアプリクライアント ${facts.clientId} はありません。削除されたか、別のリージョンやアカウントにあるか、ID のどこかが違っています。`,
    cure: `${facts.userPoolId} のアプリクライアントのクライアント ID を使ってください。アプリクライアントの名前や、ID プロバイダーのクライアント ID とは別のものです。`,
    console: poolInConsole.ja(facts, 'アプリクライアント'),
  }),
})
