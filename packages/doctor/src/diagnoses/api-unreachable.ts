import { diagnosis } from '../diagnosis.ts'

/** The protected API does not answer, or not from there. */
export const API_UNREACHABLE = diagnosis({
  code: 'API_UNREACHABLE',
  severity: 'error',
  // A base URL need not have a route of its own.
  isWarning: ({ why, named }) => why === 'status 404' && named === 'NEXT_PUBLIC_API_URL',
  find: ({ api: url = '', isApiGiven }, { api }) => {
    const named = isApiGiven ? '--api' : 'NEXT_PUBLIC_API_URL'
    const { withoutToken: answer } = api ?? {}
    if (answer?.is === 'unreached') return [{ url, why: answer.why, named }]
    const isFailing = answer && (answer.status === 404 || answer.status >= 500)
    return isFailing ? [{ url, why: `status ${answer.status}`, named }] : []
  },
  example: { url: 'https://api.example.com/', why: 'status 404', named: '--api' },
  command: ({ url }) => `curl -i ${url}`,
  en: ({ url, why }) => ({
    cause: `The API at ${url} does not answer as it should (${why}).`,
    cure: 'Take the invoke URL of the API, with its stage where it has one. 404: no route of this path; if NEXT_PUBLIC_API_URL is what your addresses begin with, name a protected one with --api. 5xx: the function fails; its log is in CloudWatch.',
    console: 'API Gateway › APIs › (your API) › Stages',
  }),
  ja: ({ url, why }) => ({
    cause: `API（${url}）から正しい応答がありません（${why}）。`,
    cure: 'API の呼び出し URL を、ステージがあればそれも含めて使ってください。404 なら、そのパスのルートがありません。NEXT_PUBLIC_API_URL がベース URL なら、保護されたアドレスを --api で指定してください。5xx なら関数の失敗で、ログは CloudWatch にあります。',
    console: 'API Gateway › API ›（対象の API）› ステージ',
  }),
})
