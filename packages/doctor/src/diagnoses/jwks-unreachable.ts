import { diagnosis } from '../diagnosis.ts'
import { jsonOf } from '../probes/ask.ts'

/** Cognito is there, its keys are not: nobody could verify a token. */
export const JWKS_UNREACHABLE = diagnosis({
  code: 'JWKS_UNREACHABLE',
  severity: 'error',
  find: ({ endpoint = '', userPoolId = '' }, { srp, keys }) => {
    const isThere = srp?.is === 'done' || srp?.is === 'refused'
    if (!keys || !isThere) return []
    const url = `${endpoint}/${userPoolId}/.well-known/jwks.json`
    if (keys.is === 'unreached') return [{ url, why: keys.why }]
    // 400 and 404 say that there is no such user pool.
    if ([400, 404].includes(keys.status)) return []
    return Array.isArray(jsonOf(keys.text)?.keys) ? [] : [{ url, why: String(keys.status) }]
  },
  example: {
    url: 'https://cognito-idp.ap-northeast-1.amazonaws.com/ap-northeast-1_AbCdEfGhI/.well-known/jwks.json',
    why: '403',
  },
  command: ({ url }) => `curl -sS ${url}`,
  en: ({ url, why }) => ({
    cause: `The keys of the user pool cannot be had from ${url} (${why}). An API in the same network can verify no token.`,
    cure: 'Allow this address in the proxy or firewall. A Lambda function in a VPC needs a way to the internet (NAT gateway) for it.',
  }),
  ja: ({ url, why }) => ({
    cause: `ユーザープールの公開鍵を ${url} から取得できません（${why}）。同じネットワークにある API は、トークンを検証できません。`,
    cure: 'プロキシやファイアウォールで、このアドレスを許可してください。VPC 内の Lambda 関数には、インターネットへの経路（NAT ゲートウェイ）が必要です。',
  }),
})
