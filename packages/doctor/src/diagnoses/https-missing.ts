import { diagnosis } from '../diagnosis.ts'
import { isLoopback } from '../facts/addresses.ts'

/** An address that is not of this machine begins with http. */
export const HTTPS_MISSING = diagnosis({
  code: 'HTTPS_MISSING',
  severity: 'error',
  find: ({ endpoint, api, callback, logout, domain, site }) =>
    Object.entries({ endpoint, api, callback, logout, domain, site }).flatMap(([what, address]) =>
      address?.startsWith('http:') && !isLoopback(address) ? [{ what, address }] : [],
    ),
  example: { what: 'callback', address: 'http://app.example.com/' },
  en: ({ what, address }) => ({
    cause: `The ${what} is ${address}, without https. Browsers offer no cryptography to such a page, and call no http address from an https page; Cognito takes http for localhost alone.`,
    cure: `Serve it by https, and write ${address.replace(/^http:/, 'https:')}.`,
    console: 'Amazon CloudFront › Distributions › Behaviors › Viewer protocol policy: Redirect HTTP to HTTPS',
  }),
  ja: ({ what, address }) => ({
    cause: `${what} が ${address} で、https ではありません。http のページではブラウザーの暗号機能が使えず、https のページからは http を呼び出せません。Cognito が http を認めるのは localhost だけです。`,
    cure: `https で公開し、${address.replace(/^http:/, 'https:')} と書いてください。`,
    console:
      'Amazon CloudFront › ディストリビューション › ビヘイビア › ビューワープロトコルポリシー：Redirect HTTP to HTTPS',
  }),
})
