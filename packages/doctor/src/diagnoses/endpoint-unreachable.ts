import { diagnosis } from '../diagnosis.ts'

/** Nobody answers where the user pool is to be. */
export const ENDPOINT_UNREACHABLE = diagnosis({
  code: 'ENDPOINT_UNREACHABLE',
  severity: 'error',
  find: ({ endpoint = '' }, { srp, keys }) => {
    // Without an app client nobody can begin to sign in; the keys are asked for all the same.
    const failed = srp ?? keys
    return failed?.is === 'unreached' ? [{ endpoint, why: failed.why }] : []
  },
  example: { endpoint: 'https://cognito-idp.ap-notheast-1.amazonaws.com', why: 'ENOTFOUND' },
  command: ({ endpoint }) => `curl -sS -o /dev/null -w '%{http_code}\\n' ${endpoint}/`,
  en: ({ endpoint, why }) => ({
    cause: `${endpoint} does not answer (${why}).`,
    cure: 'ENOTFOUND: there is no such region, or no network, or it is behind a proxy (HTTPS_PROXY), which Node.js uses with NODE_USE_ENV_PROXY=1. TIMEOUT, ECONNREFUSED: a proxy or firewall is in the way, or the local user pool does not run (`npm run pool`). An error about a certificate: a proxy that reads along; Node.js trusts it by NODE_EXTRA_CA_CERTS.',
  }),
  ja: ({ endpoint, why }) => ({
    cause: `${endpoint} から応答がありません（${why}）。`,
    cure: 'ENOTFOUND なら、そのリージョンがないか、ネットワークにつながっていません。プロキシ（HTTPS_PROXY）を通す環境では NODE_USE_ENV_PROXY=1 を付けてください。TIMEOUT や ECONNREFUSED なら、プロキシやファイアウォールに止められているか、ローカルのユーザープールが動いていません（`npm run pool`）。証明書のエラーなら、通信を中継するプロキシがあります。Node.js には NODE_EXTRA_CA_CERTS で信頼させます。',
  }),
})
