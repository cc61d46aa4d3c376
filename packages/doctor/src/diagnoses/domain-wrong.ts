import { diagnosis } from '../diagnosis.ts'
import { isLoopback } from '../facts/addresses.ts'
import { clientFacts, exampleClient, knowsClient, poolInConsole } from '../facts/client.ts'
import type { Patient } from '../patient.ts'
import { errorOf, isOfDomain } from '../probes/domain.ts'
import type { Found } from '../probes/index.ts'

function reason({ domain: given, callback }: Patient, { domain, srp, discovery }: Found): string | undefined {
  if (!domain) {
    // assumed: the discovery document of a user pool without a domain names no authorization endpoint.
    return callback !== undefined && discovery?.is === 'answered' && discovery.status === 200
      ? 'none'
      : undefined
  }
  if (given !== undefined && /^https?:|\//.test(given) && !isLoopback(domain.url)) return 'not a bare host'
  // Nobody has said that the page uses it.
  if (!domain.isGiven && callback === undefined) return undefined
  if (domain.authorize.is === 'unreached') return domain.authorize.why
  if (!isOfDomain(domain.authorize)) return `status ${domain.authorize.status}`
  const error = errorOf(domain.authorize)
  const isElsewhere =
    domain.isGiven && knowsClient(srp) && /client/i.test(error ?? '') && error !== 'unauthorized_client'
  return isElsewhere || error === 'invalid_request' ? error : undefined
}

/** The domain is not that of the user pool, or there is none. */
export const DOMAIN_WRONG = diagnosis({
  code: 'DOMAIN_WRONG',
  severity: 'error',
  find: (patient, found) => {
    const why = reason(patient, found)
    if (why === undefined) return []
    return [{ ...clientFacts(patient), domain: patient.domain ?? found.domain?.url ?? '', why }]
  },
  example: {
    ...exampleClient,
    domain: 'https://shop.auth.ap-northeast-1.amazoncognito.com',
    why: 'not a bare host',
  },
  command: ({ region, userPoolId }) =>
    `aws cognito-idp describe-user-pool --region ${region} --user-pool-id ${userPoolId} --query 'UserPool.[Domain, CustomDomain]'`,
  en: (facts) => ({
    cause: `The domain (${facts.domain || 'none'}) is not that of the user pool ${facts.userPoolId} (${facts.why}).`,
    cure: 'Write the host alone, as in shop.auth.ap-northeast-1.amazoncognito.com: no https://, no path; Amplify adds them. A user pool has no domain until somebody makes one, and a custom domain needs its DNS record. SELF_SIGNED_CERT_IN_CHAIN at the local user pool: give the doctor its authority by NODE_EXTRA_CA_CERTS.',
    console: poolInConsole.en(facts, 'Branding', 'Domain'),
  }),
  ja: (facts) => ({
    cause: `ドメイン（${facts.domain || 'なし'}）は、ユーザープール ${facts.userPoolId} のものではありません（${facts.why}）。`,
    cure: 'shop.auth.ap-northeast-1.amazoncognito.com のように、ホスト名だけを書いてください。https:// やパスは Amplify が付けます。ドメインは、作成するまでユーザープールにありません。カスタムドメインには DNS レコードも必要です。ローカルのユーザープールで SELF_SIGNED_CERT_IN_CHAIN になるなら、その認証局を NODE_EXTRA_CA_CERTS で渡してください。',
    console: poolInConsole.ja(facts, 'ブランディング', 'ドメイン'),
  }),
})
