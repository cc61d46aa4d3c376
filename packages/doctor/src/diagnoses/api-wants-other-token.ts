import { diagnosis } from '../diagnosis.ts'
import { isAccepted, isRefused } from '../facts/refusal-of-api.ts'

/** The API takes ID tokens, and the page sends the access token; the other way round the API is shown no access token. */
export const API_WANTS_OTHER_TOKEN = diagnosis({
  code: 'API_WANTS_OTHER_TOKEN',
  severity: 'error',
  find: ({ api: url = '', sends }, { api }) =>
    sends === 'access' && isRefused(api?.withAccessToken) && isAccepted(api?.withIdToken)
      ? [{ url, sends, wanted: 'id' }]
      : [],
  example: { url: 'https://api.example.com/', sends: 'access', wanted: 'id' },
  en: ({ url, sends, wanted }) => ({
    cause: `${url} refuses the ${sends} token, which the page sends, and takes the ${wanted} token.`,
    cure: `Let the page send the ${wanted} token (\`api: { token: '${wanted}Token' }\` of its configuration, web/configuration.ts), or let the API take the ${sends} token: an ID token has the client ID in aud, an access token in client_id, and a route with scopes takes access tokens alone.`,
    console: 'API Gateway › APIs › (your API) › Authorization',
  }),
  ja: ({ url, sends, wanted }) => ({
    cause: `${url} は、ページが送る ${sends} トークンを拒否し、${wanted} トークンなら受け付けます。`,
    cure: `ページから ${wanted} トークンを送る（web/configuration.ts の \`api: { token: '${wanted}Token' }\`）か、API が ${sends} トークンを受け付けるようにしてください。クライアント ID は、ID トークンでは aud、アクセストークンでは client_id にあります。スコープを求めるルートが受け付けるのは、アクセストークンだけです。`,
    console: 'API Gateway › API ›（対象の API）› 認可',
  }),
})
