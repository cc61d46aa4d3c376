import { diagnosis } from '../diagnosis.ts'

/** The page is not where it is said to be. */
export const SITE_UNREACHABLE = diagnosis({
  code: 'SITE_UNREACHABLE',
  severity: 'error',
  find: ({ site: url = '' }, { site }) => {
    if (!site) return []
    const { answer } = site
    if (answer.is === 'unreached') return [{ url, why: answer.why }]
    return answer.status >= 400 ? [{ url, why: `status ${answer.status}` }] : []
  },
  example: { url: 'https://app.example.com/', why: 'status 403' },
  command: ({ url }) => `curl -i ${url}`,
  en: ({ url, why }) => ({
    cause: `The page at ${url} cannot be had (${why}).`,
    cure: '403 of S3 behind CloudFront: the file is not there, or the bucket lacks the policy for origin access control. 404: look where the export is (out/), and at basePath.',
    console: 'Amazon CloudFront › Distributions › (yours) › Origins, Error pages',
  }),
  ja: ({ url, why }) => ({
    cause: `ページ（${url}）を取得できません（${why}）。`,
    cure: 'CloudFront 経由の S3 で 403 なら、ファイルがないか、バケットにオリジンアクセスコントロールのポリシーがありません。404 なら、エクスポート先（out/）と basePath を確かめてください。',
    console: 'Amazon CloudFront › ディストリビューション ›（対象）› オリジン、エラーページ',
  }),
})
