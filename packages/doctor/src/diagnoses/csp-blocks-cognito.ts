import { diagnosis } from '../diagnosis.ts'
import { blockedBy } from '../facts/content-security-policy.ts'
import type { Addresses } from '../patient.ts'
import { urlOf } from '../probes/domain.ts'

/** What `'self'` stands for where nobody has said where the page is served: never Cognito, perhaps the API. */
const nowhere = 'https://page.invalid'

/** The origins that a policy keeps the page from. */
function blockedOf(policy: string, { endpoint, api, domain }: Addresses, origin: string | undefined): string {
  const isApiPerhapsSelf = origin === undefined && /'self'/i.test(policy)
  const wanted = [
    endpoint && `${endpoint}/`,
    isApiPerhapsSelf ? undefined : api,
    domain && `${urlOf(domain)}/`,
  ].filter((address) => address !== undefined && URL.canParse(address)) as string[]
  const blocked = wanted.filter((address) => blockedBy(policy, address, origin ?? nowhere))
  return blocked.map((url) => new URL(url).origin).join(' ')
}

/** A content security policy of one's own does not let the page talk to Cognito or to the API. */
export const CSP_BLOCKS_COGNITO = diagnosis({
  code: 'CSP_BLOCKS_COGNITO',
  severity: 'error',
  find: ({ endpoint, api, domain, origin, isOriginGiven, build, addressesOfNextBuild }, { site }) => {
    const ofSite = (site?.policies ?? []).map((policy) => ({
      policy,
      blocked: blockedOf(policy, { endpoint, api, domain }, origin),
    }))
    // What was exported is of the mode production, whichever mode is examined.
    const ofBuild = (build?.policies ?? []).map((policy) => ({
      policy,
      blocked: blockedOf(policy, addressesOfNextBuild, isOriginGiven ? origin : undefined),
    }))
    const told = new Map([...ofSite, ...ofBuild].map((one) => [`${one.policy} ${one.blocked}`, one]))
    return [...told.values()].filter(({ blocked }) => blocked !== '')
  },
  example: {
    policy: "default-src 'self'",
    blocked: 'https://cognito-idp.ap-northeast-1.amazonaws.com',
  },
  en: ({ policy, blocked }) => ({
    cause: `The page’s content security policy (${policy}) does not let it reach ${blocked}: the browser reports a network error.`,
    cure: `Add to connect-src: ${blocked}.`,
    console: 'Amazon CloudFront › Policies › Response headers › Content-Security-Policy',
  }),
  ja: ({ policy, blocked }) => ({
    cause: `ページのコンテンツセキュリティポリシー（${policy}）が ${blocked} への通信を止めています。ブラウザーではネットワークエラーに見えます。`,
    cure: `connect-src に ${blocked} を加えてください。`,
    console: 'Amazon CloudFront › ポリシー › レスポンスヘッダー › Content-Security-Policy',
  }),
})
