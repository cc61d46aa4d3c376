import { startChromium } from '../e2e/chromium.ts'
import { buildOnePageCopy } from '../e2e/one-page-copy.ts'
import { serveSite } from '../e2e/site.ts'
import { inTurn } from '../e2e/turns.ts'
import { sumOf, type WeighedFile, weigh } from '../e2e/weight.ts'
import type { Benchmark } from './bench.ts'
import { buildPage, buildWeb } from './pages.ts'

/** A pool that is nowhere: nobody signs in here. */
const environment = {
  NEXT_PUBLIC_AWS_COGNITO_REGION: 'ap-northeast-1',
  NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: 'ap-northeast-1_AbCdEfGhI',
  NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: 'abcdefghijklmnopqrstuvwxyz',
  NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: '',
  NEXT_PUBLIC_AWS_COGNITO_DOMAIN: '',
  NEXT_PUBLIC_API_URL: '',
}

/** What a page makes a browser fetch, until it has nothing more to fetch and nobody has touched it. */
export const benchmark: Benchmark = async () => {
  const folders = await inTurn(async () => ({
    'plain form': await buildPage('plain-form', {}),
    article: await buildOnePageCopy({
      folder: 'bench/.article-weight',
      native: false,
      bundler: 'turbopack',
      environment,
    }),
    '<Authenticator>': await buildPage('authenticator', {}),
    'react-oidc-context': await buildPage('react-oidc-context', {
      'react-oidc-context': '3.3.1',
      'oidc-client-ts': '3.5.0',
    }),
    web: await buildWeb(environment),
  }))
  const browser = await startChromium()
  try {
    const weighed: (readonly [string, readonly WeighedFile[]])[] = []
    for (const [name, folder] of Object.entries(folders)) {
      const site = await serveSite(folder, 0)
      const page = await browser.newPage({ locale: 'ja-JP' })
      const files = weigh(page)
      await page.goto(site.url)
      await page.waitForLoadState('networkidle')
      weighed.push([name, await files()])
      await page.close()
      await site.close()
    }
    const named = (files: readonly WeighedFile[]) => files.filter(({ isNamed }) => isNamed)
    const plain = sumOf(named(weighed[0]?.[1] ?? []))
    return weighed.map(([name, files]) => {
      const scripts = files.filter(({ kind }) => kind === 'script')
      return {
        page: name,
        'scripts that the page names': sumOf(named(scripts)),
        'above the plain form': sumOf(named(scripts)) - plain,
        'scripts later, by itself': sumOf(scripts) - sumOf(named(scripts)),
        'all scripts above it': sumOf(scripts) - plain,
        css: sumOf(files.filter(({ kind }) => kind === 'stylesheet')),
      }
    })
  } finally {
    await browser.close()
  }
}
