import { diagnosis } from '../diagnosis.ts'
import { clientFacts, exampleClient } from '../facts/client.ts'
import { blames } from '../facts/refusal-of-api.ts'

/** The API takes the tokens of another app client. */
export const API_WRONG_AUDIENCE = diagnosis({
  code: 'API_WRONG_AUDIENCE',
  severity: 'error',
  find: (patient, { api }) =>
    api && blames(patient, api, 'audience') ? [{ ...clientFacts(patient), url: patient.api ?? '' }] : [],
  example: { ...exampleClient, url: 'https://api.example.com/' },
  command: () => 'aws apigatewayv2 get-authorizers --api-id …',
  en: ({ url, clientId }) => ({
    cause: `${url} refuses the tokens of this app client for their audience: it is set up for another client.`,
    cure: `Set the audience of its authorizer (COGNITO_CLIENT_ID of the API in this repository) to ${clientId}.`,
    console: 'API Gateway › APIs › (your API) › Authorization › Manage authorizers › Audience',
  }),
  ja: ({ url, clientId }) => ({
    cause: `${url} は、対象者（aud）を理由に、このアプリクライアントのトークンを拒否します。別のアプリクライアント用に設定されています。`,
    cure: `オーソライザーの対象者（このリポジトリの API では COGNITO_CLIENT_ID）を ${clientId} にしてください。`,
    console: 'API Gateway › API ›（対象の API）› 認可 › オーソライザーを管理 › 対象者',
  }),
})
