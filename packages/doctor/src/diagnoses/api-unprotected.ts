import { diagnosis } from '../diagnosis.ts'
import { isAccepted } from '../facts/refusal-of-api.ts'

/** The API asks for no token at all. */
export const API_UNPROTECTED = diagnosis({
  code: 'API_UNPROTECTED',
  severity: 'warning',
  find: ({ api: url = '' }, { api }) => (isAccepted(api?.withoutToken) ? [{ url }] : []),
  example: { url: 'https://api.example.com/' },
  command: ({ url }) => `curl -i ${url}`,
  en: ({ url }) => ({
    cause: `${url} answers without any token.`,
    cure: 'If it is to be for people who are signed in, attach the authorizer to the route. If it is public, name a protected address with --api.',
    console: 'API Gateway › APIs › (your API) › Authorization › Attach authorizers to routes',
  }),
  ja: ({ url }) => ({
    cause: `${url} は、トークンがなくても応答します。`,
    cure: 'ログインした人だけに使わせるなら、ルートにオーソライザーをアタッチしてください。公開の API なら、保護されたアドレスを --api で指定してください。',
    console: 'API Gateway › API ›（対象の API）› 認可 › オーソライザーをルートにアタッチ',
  }),
})
