import { diagnosis } from '../diagnosis.ts'
import { clientFacts, exampleClient } from '../facts/client.ts'
import { blames, isRefused } from '../facts/refusal-of-api.ts'

/** The API refuses both tokens of a real sign-in, and does not say why. */
export const API_REJECTS_TOKEN = diagnosis({
  code: 'API_REJECTS_TOKEN',
  severity: 'error',
  find: (patient, { api }) =>
    api &&
    isRefused(api.withIdToken) &&
    isRefused(api.withAccessToken) &&
    !blames(patient, api, 'issuer') &&
    !blames(patient, api, 'audience')
      ? [
          {
            ...clientFacts(patient),
            url: patient.api ?? '',
            issuer: `${patient.endpoint}/${patient.userPoolId}`,
            status: api.withIdToken?.is === 'answered' ? String(api.withIdToken.status) : '',
          },
        ]
      : [],
  example: {
    ...exampleClient,
    url: 'https://api.example.com/',
    issuer: 'https://cognito-idp.ap-northeast-1.amazonaws.com/ap-northeast-1_AbCdEfGhI',
    status: '401',
  },
  command: () => 'aws apigatewayv2 get-authorizers --api-id …',
  en: ({ url, issuer, clientId, status }) => ({
    cause: `${url} refuses the ID token and the access token of a real sign-in (${status}), without a reason.`,
    cure: `Compare its authorizer: the issuer has to be ${issuer}, the audience ${clientId}, the identity source the header Authorization. 403: a scope or a group that the token does not have.`,
    console: 'API Gateway › APIs › (your API) › Authorization › Manage authorizers',
  }),
  ja: ({ url, issuer, clientId, status }) => ({
    cause: `${url} は、実際にログインして得た ID トークンもアクセストークンも、理由を示さずに拒否します（${status}）。`,
    cure: `オーソライザーを見比べてください。発行者は ${issuer}、対象者は ${clientId}、ID ソースは Authorization ヘッダーです。403 なら、必要なスコープやグループがトークンにありません。`,
    console: 'API Gateway › API ›（対象の API）› 認可 › オーソライザーを管理',
  }),
})
