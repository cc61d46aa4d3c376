import { diagnosis } from '../diagnosis.ts'
import type { Answer } from '../probes/ask.ts'

const header = (answer: Answer, name: string) =>
  answer.is === 'answered' ? (answer.headers.get(name) ?? '') : ''

const lets = (answer: Answer, origin: string) =>
  ['*', origin].includes(header(answer, 'access-control-allow-origin'))

/** Browsers do not let the page call the API, or not read why it refused. */
export const CORS_MISSING = diagnosis({
  code: 'CORS_MISSING',
  severity: 'error',
  isWarning: ({ originIs }) => originIs === 'assumed',
  find: ({ api: url = '', origin, isOriginGiven }, { api }) => {
    if (
      !api ||
      origin === undefined ||
      api.preflight.is === 'unreached' ||
      api.withoutToken.is === 'unreached'
    )
      return []
    const { preflight, withoutToken } = api
    // There is nothing at this address that could let anybody in.
    if (withoutToken.status === 404 || withoutToken.status >= 500) return []
    const allowed = header(preflight, 'access-control-allow-headers')
      .toLowerCase()
      .split(/\s*,\s*/)
    const lacks = [
      !lets(preflight, origin) && 'access-control-allow-origin',
      // documented: the Fetch standard: `*` does not stand for authorization.
      !allowed.includes('authorization') && 'access-control-allow-headers: authorization',
      preflight.status >= 300 && `a status of 200 or 204 for OPTIONS (it is ${preflight.status})`,
      lets(preflight, origin) &&
        !lets(withoutToken, origin) &&
        `access-control-allow-origin where it refuses (${withoutToken.status})`,
    ].filter((lack) => lack !== false)
    return lacks.length > 0
      ? [{ url, origin, originIs: isOriginGiven ? 'given' : 'assumed', lacks: lacks.join('; ') }]
      : []
  },
  example: {
    url: 'https://api.example.com/',
    origin: 'https://app.example.com',
    originIs: 'given',
    lacks: 'access-control-allow-headers: authorization',
  },
  command: ({ url, origin }) =>
    `curl -i -X OPTIONS ${url} -H 'Origin: ${origin}' -H 'Access-Control-Request-Method: GET' -H 'Access-Control-Request-Headers: authorization'`,
  en: ({ url, origin, lacks }) => ({
    cause: `A page of ${origin} may not call ${url}. What is lacking: ${lacks}.`,
    cure: 'Allow this origin, the method and the header authorization in the CORS settings of the API. A REST API needs an OPTIONS method without authorizer, and the header in its gateway responses 4XX and 5XX as well. If the page is at another origin, name it with --site.',
    console: 'API Gateway › APIs › (your API) › CORS',
  }),
  ja: ({ url, origin, lacks }) => ({
    cause: `${origin} のページは ${url} を呼び出せません。足りないもの：${lacks}`,
    cure: 'API の CORS 設定で、このオリジン、メソッド、authorization ヘッダーを許可してください。REST API では、オーソライザーなしの OPTIONS メソッドと、ゲートウェイレスポンス 4XX・5XX のヘッダーも必要です。ページが別のオリジンにあるなら --site で指定してください。',
    console: 'API Gateway › API ›（対象の API）› CORS',
  }),
})
