import { diagnosis } from '../diagnosis.ts'
import { blockedBy } from '../facts/content-security-policy.ts'
import { urlOf } from '../probes/domain.ts'

/** What `'self'` stands for where nobody has said where the page is served: neither Cognito nor the API. */
const nowhere = 'https://page.invalid'

/** A content security policy of one's own does not let the page talk to Cognito or to the API. */
export const CSP_BLOCKS_COGNITO = diagnosis({
  code: 'CSP_BLOCKS_COGNITO',
  severity: 'error',
  find: ({ endpoint, api, domain, origin, build }, { site }) => {
    const wanted = [endpoint && `${endpoint}/`, api, domain && `${urlOf(domain)}/`].filter(
      (address) => address !== undefined && URL.canParse(address),
    ) as string[]
    return [...new Set([...(site?.policies ?? []), ...(build?.policies ?? [])])].flatMap((policy) => {
      const blocked = wanted.filter((address) => blockedBy(policy, address, origin ?? nowhere))
      return blocked.length > 0
        ? [{ policy, blocked: blocked.map((url) => new URL(url).origin).join(' ') }]
        : []
    })
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
