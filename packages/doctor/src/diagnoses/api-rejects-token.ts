import { diagnosis } from '../diagnosis.ts'
import { clientFacts, exampleClient } from '../facts/client.ts'
import { blames, isAccepted, isRefused } from '../facts/refusal-of-api.ts'

/** The API refuses what the page sends after a real sign-in, and does not say why. */
export const API_REJECTS_TOKEN = diagnosis({
  code: 'API_REJECTS_TOKEN',
  severity: 'error',
  find: (patient, { api }) => {
    const { sends, api: url = '', endpoint, userPoolId } = patient
    const sent = sends === 'id' ? api?.withIdToken : api?.withAccessToken
    if (!api || sent?.is !== 'answered' || !isRefused(sent) || isAccepted(api.withIdToken)) return []
    if (blames(patient, api, 'issuer') || blames(patient, api, 'audience')) return []
    return [
      {
        ...clientFacts(patient),
        url,
        issuer: `${endpoint}/${userPoolId}`,
        status: String(sent.status),
        sends,
      },
    ]
  },
  example: {
    ...exampleClient,
    url: 'https://api.example.com/',
    issuer: 'https://cognito-idp.ap-northeast-1.amazonaws.com/ap-northeast-1_AbCdEfGhI',
    status: '401',
    sends: 'id',
  },
  command: () => 'aws apigatewayv2 get-authorizers --api-id …',
  en: ({ url, issuer, clientId, status, sends }) => ({
    cause: `${url} refuses the ${sends} token of a real sign-in (${status}), without a reason.`,
    cure: `Compare its authorizer: the issuer has to be ${issuer}, the audience ${clientId}, the identity source the header Authorization. 403: a scope or a group that the token does not have. A route with scopes takes access tokens alone; \`--sends access\` shows it one, and if it takes that, let the page send it.`,
    console: 'API Gateway › APIs › (your API) › Authorization › Manage authorizers',
  }),
  ja: ({ url, issuer, clientId, status, sends }) => ({
    cause: `${url} は、実際にログインして得た ${sends} トークンを、理由を示さずに拒否します（${status}）。`,
    cure: `オーソライザーを見比べてください。発行者は ${issuer}、対象者は ${clientId}、ID ソースは Authorization ヘッダーです。403 なら、必要なスコープやグループがトークンにありません。スコープを求めるルートが受け付けるのはアクセストークンだけです。\`--sends access\` を付けるとアクセストークンで調べます。それで通るなら、ページからもアクセストークンを送ってください。`,
    console: 'API Gateway › API ›（対象の API）› 認可 › オーソライザーを管理',
  }),
})
