import { diagnosis } from '../diagnosis.ts'
import { clientFacts, exampleClient } from '../facts/client.ts'
import { blames } from '../facts/refusal-of-api.ts'

/** The API takes the tokens of another user pool. */
export const API_WRONG_ISSUER = diagnosis({
  code: 'API_WRONG_ISSUER',
  severity: 'error',
  find: (patient, { api }) =>
    api && blames(patient, api, 'issuer')
      ? [
          {
            ...clientFacts(patient),
            url: patient.api ?? '',
            issuer: `${patient.endpoint}/${patient.userPoolId}`,
          },
        ]
      : [],
  example: {
    ...exampleClient,
    url: 'https://api.example.com/',
    issuer: 'https://cognito-idp.ap-northeast-1.amazonaws.com/ap-northeast-1_AbCdEfGhI',
  },
  command: () => 'aws apigatewayv2 get-authorizers --api-id …',
  en: ({ url, issuer }) => ({
    cause: `${url} refuses the tokens of this user pool for their issuer: it is set up for another one.`,
    cure: `Set the issuer of its authorizer (COGNITO_USER_POOL_ID of the API in this repository) to ${issuer}, without a slash at the end.`,
    console: 'API Gateway › APIs › (your API) › Authorization › Manage authorizers › Issuer URL',
  }),
  ja: ({ url, issuer }) => ({
    cause: `${url} は、発行者（iss）を理由に、このユーザープールのトークンを拒否します。別のユーザープール用に設定されています。`,
    cure: `オーソライザーの発行者（このリポジトリの API では COGNITO_USER_POOL_ID）を ${issuer} にしてください。末尾にスラッシュは付けません。`,
    console: 'API Gateway › API ›（対象の API）› 認可 › オーソライザーを管理 › 発行者 URL',
  }),
})
