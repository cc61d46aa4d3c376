import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startChromium } from '../e2e/chromium.ts'
import { type Site, serveSite } from '../e2e/site.ts'
import { inTurn } from '../e2e/turns.ts'
import { headersOf } from '../infra/hosting/headers.ts'
import { connectionsOf, sealSite } from '../infra/hosting/site.ts'
import { freePort } from '../scripts/ports.ts'
import { root } from '../scripts/run.ts'
import type { Benchmark } from './bench.ts'
import { buildPage, buildWeb } from './pages.ts'
import { installPeers } from './peers.ts'

const version = '13.5.0'

/** Of Lighthouse, what is used here. */
interface Lighthouse {
  default(url: string, flags: object, config?: object): Promise<Result | undefined>
  readonly desktopConfig: object
}

interface Result {
  readonly report: readonly string[]
  readonly lhr: {
    readonly categories: Readonly<Record<string, { readonly score: number | null }>>
    readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>
  }
}

const categories = ['performance', 'accessibility', 'best-practices']

/** An odd number, for there to be a middle one. */
const rounds = 3

/** A pool that is nowhere: nobody signs in here, and without a session the page asks nothing of it. */
const environment = {
  NEXT_PUBLIC_AWS_COGNITO_REGION: 'ap-northeast-1',
  NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: 'ap-northeast-1_lighthous',
  NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: 'lighthouse',
  NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: '',
  NEXT_PUBLIC_AWS_COGNITO_DOMAIN: '',
  NEXT_PUBLIC_API_URL: '',
}

/**
 * What Lighthouse says of the site as it is deployed: its files compressed, with its headers and its policy; and beside
 * it of a plain form of Next.js and React, which has nothing that could be left out.
 */
export const benchmark: Benchmark = async () => {
  const folder = await installPeers('lighthouse', { lighthouse: version })
  const core = join(folder, 'node_modules/lighthouse/core/index.js')
  const lighthouse = (await import(pathToFileURL(core).href)) as Lighthouse
  const folders = await inTurn(async () => ({
    'plain form': await buildPage('plain-form', {}),
    web: await buildWeb(environment),
  }))
  // The other has inline styles, in Next.js's own pages for errors, which the policy does not let through.
  sealSite(folders.web, connectionsOf(environment))
  const sites: (readonly [string, Site])[] = []
  for (const [page, out] of Object.entries(folders)) {
    sites.push([page, await serveSite(out, 0, headersOf, { isCompressed: true })])
  }
  const port = await freePort(0)
  const browser = await startChromium(`--remote-debugging-port=${port}`)
  try {
    const rows = []
    for (const device of ['desktop', 'mobile']) {
      const config = device === 'desktop' ? lighthouse.desktopConfig : undefined
      const runs = sites.map(([page, { url }]) => ({ page, url, results: [] as Result[] }))
      // Round by round, so that whatever else the machine does strikes both alike.
      for (let round = 0; round < rounds; round += 1) {
        for (const { url, results } of runs) {
          const flags = { port, output: ['html', 'json'], onlyCategories: categories, logLevel: 'error' }
          const result = await lighthouse.default(url, flags, config)
          if (result) results.push(result)
        }
      }
      rows.push(...runs.map(({ page, results }) => rowOf(device, page, results)))
    }
    return rows
  } finally {
    await browser.close()
    await Promise.all(sites.map(([, site]) => site.close()))
  }
}

/** The round in the middle, by its performance; its report is left for whoever wants to know why. */
function rowOf(device: string, page: string, results: Result[]) {
  const performance = ({ lhr }: Result) => lhr.categories.performance?.score ?? 0
  const middle = results.sort((one, other) => performance(one) - performance(other))[results.length >> 1]
  if (!middle) throw new Error('Lighthouse has no result.')
  const [html = '', json = ''] = middle.report
  const reports = join(root, 'bench/results')
  mkdirSync(reports, { recursive: true })
  const name = join(reports, `lighthouse-${device}-${page.replace(' ', '-')}`)
  writeFileSync(`${name}.html`, html)
  writeFileSync(`${name}.json`, json)
  const { lhr } = middle
  const scores = categories.map((name) => [name, Math.round((lhr.categories[name]?.score ?? 0) * 100)])
  const ms = (audit: string) => Math.round(lhr.audits[audit]?.numericValue ?? 0)
  return {
    device,
    page,
    ...Object.fromEntries(scores),
    'worst performance': Math.round(Math.min(...results.map(performance)) * 100),
    'first contentful paint, ms': ms('first-contentful-paint'),
    'largest contentful paint, ms': ms('largest-contentful-paint'),
    'speed index, ms': ms('speed-index'),
    'blocking, ms': ms('total-blocking-time'),
    'layout shift': Number((lhr.audits['cumulative-layout-shift']?.numericValue ?? 0).toFixed(3)),
  }
}
