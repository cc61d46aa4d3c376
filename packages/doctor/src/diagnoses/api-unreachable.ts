import { diagnosis } from '../diagnosis.ts'

/** The protected API does not answer, or not from there. */
export const API_UNREACHABLE = diagnosis({
  code: 'API_UNREACHABLE',
  severity: 'error',
  find: ({ api: url = '' }, { api }) => {
    const { withoutToken: answer } = api ?? {}
    if (answer?.is === 'unreached') return [{ url, why: answer.why }]
    const isFailing = answer && (answer.status === 404 || answer.status >= 500)
    return isFailing ? [{ url, why: `status ${answer.status}` }] : []
  },
  example: { url: 'https://api.example.com/', why: 'status 404' },
  command: ({ url }) => `curl -i ${url}`,
  en: ({ url, why }) => ({
    cause: `The API at ${url} does not answer as it should (${why}).`,
    cure: 'Take the invoke URL of the API, with its stage where it has one. 404: no route of this path. 5xx: the function fails; its log is in CloudWatch.',
    console: 'API Gateway › APIs › (your API) › Stages',
  }),
  ja: ({ url, why }) => ({
    cause: `API（${url}）から正しい応答がありません（${why}）。`,
    cure: 'API の呼び出し URL を、ステージがあればそれも含めて使ってください。404 なら、そのパスのルートがありません。5xx なら関数の失敗で、ログは CloudWatch にあります。',
    console: 'API Gateway › API ›（対象の API）› ステージ',
  }),
})
