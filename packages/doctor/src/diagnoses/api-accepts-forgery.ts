import { diagnosis } from '../diagnosis.ts'
import { isAccepted } from '../facts/refusal-of-api.ts'

/** The API reads tokens, and does not verify them: anybody can be anybody. */
export const API_ACCEPTS_FORGERY = diagnosis({
  code: 'API_ACCEPTS_FORGERY',
  severity: 'error',
  find: ({ api: url = '' }, { api }) =>
    isAccepted(api?.withForgedToken) && !isAccepted(api?.withoutToken) ? [{ url }] : [],
  example: { url: 'https://api.example.com/' },
  en: ({ url }) => ({
    cause: `${url} takes a token whose signature is of nobody: whoever writes a token is whoever they write.`,
    cure: 'Verify the signature by the keys of the user pool (aws-jwt-verify, or an authorizer of API Gateway). To decode a token is not to verify it.',
    console: 'API Gateway › APIs › (your API) › Authorization',
  }),
  ja: ({ url }) => ({
    cause: `${url} は、署名がでたらめなトークンを受け付けます。誰でも、ほかの誰かになりすませます。`,
    cure: 'ユーザープールの公開鍵で署名を検証してください（aws-jwt-verify、または API Gateway のオーソライザー）。トークンをデコードするだけでは、検証になりません。',
    console: 'API Gateway › API ›（対象の API）› 認可',
  }),
})
