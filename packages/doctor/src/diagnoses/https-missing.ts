import { diagnosis } from '../diagnosis.ts'
import { isLoopback } from '../facts/addresses.ts'

const isPlain = (address: string | undefined): address is string =>
  address !== undefined && URL.parse(address)?.protocol === 'http:' && !isLoopback(address)

/** An address that is not of this machine begins with http. */
export const HTTPS_MISSING = diagnosis({
  code: 'HTTPS_MISSING',
  severity: 'error',
  // A page of this machine may call them; one that is published may not.
  isWarning: ({ what, page }) => /^(endpoint|api)$/.test(what) && isLoopback(page),
  find: ({ endpoint, api, callback, logout, domain, site, origin: page = '' }, { site: served }) => {
    // What counts is where a browser ends up: an address by http may lead to https, and the other way round.
    const from = served?.answer.is === 'answered' ? served.answer.from : site
    return Object.entries({ endpoint, api, callback, logout, domain, site: from }).flatMap(
      ([what, address]) => (isPlain(address) ? [{ what, address, page }] : []),
    )
  },
  example: { what: 'callback', address: 'http://app.example.com/', page: 'https://app.example.com' },
  en: ({ what, address }) => ({
    cause: `The ${what} is ${address}, without https. Browsers offer no cryptography to such a page, and call no http address from an https page; Cognito takes http for localhost alone.`,
    cure: `Serve it by https, and write ${address.replace(/^http:/i, 'https:')}. Something on this machine (in a container, too) is localhost for the browser: write http://localhost and its published port.`,
    console: 'Amazon CloudFront › Distributions › Behaviors › Viewer protocol policy: Redirect HTTP to HTTPS',
  }),
  ja: ({ what, address }) => ({
    cause: `${what} が ${address} で、https ではありません。http のページではブラウザーの暗号機能が使えず、https のページからは http を呼び出せません。Cognito が http を認めるのは localhost だけです。`,
    cure: `https で公開し、${address.replace(/^http:/i, 'https:')} と書いてください。このマシンで（コンテナでも）動いているものなら、ブラウザーから見れば localhost です。http://localhost と公開しているポートを書いてください。`,
    console:
      'Amazon CloudFront › ディストリビューション › ビヘイビア › ビューワープロトコルポリシー：Redirect HTTP to HTTPS',
  }),
})
