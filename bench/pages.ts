import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { buildOnePageCopy } from '../e2e/one-page-copy.ts'
import { type Site, serveSite } from '../e2e/site.ts'
import { inTurn } from '../e2e/turns.ts'
import { headersOf } from '../infra/hosting/headers.ts'
import { connectionsOf, sealSite } from '../infra/hosting/site.ts'
import { root, run } from '../scripts/run.ts'
import { installPeers } from './peers.ts'

/**
 * The pages to compare, each built, exported and served: the one-page example, which is what the article shows, as it
 * is and with the plugin, and the page that is deployed, as it is deployed. Their files are cached as deployed ones are.
 */
export async function publishPages(environment: Readonly<Record<string, string>>) {
  const folders = await inTurn(async () => ({
    article: await buildOnePageCopy({
      folder: 'bench/.article',
      native: false,
      bundler: 'turbopack',
      environment,
    }),
    articleNative: await buildOnePageCopy({
      folder: 'bench/.article-native',
      native: true,
      bundler: 'turbopack',
      environment,
    }),
    web: await buildWeb(environment),
  }))
  sealSite(folders.web, connectionsOf(environment))
  const sites: Record<keyof typeof folders, Site> = {
    article: await serveSite(folders.article, 0, headersOf),
    articleNative: await serveSite(folders.articleNative, 0, headersOf),
    web: await serveSite(folders.web, 0, headersOf),
  }
  return {
    ...sites,
    async close() {
      await Promise.all(Object.values(sites).map((site) => site.close()))
    },
  }
}

/** Exports the page that is deployed; answers the folder in which the site ends up. */
export async function buildWeb(variables: Readonly<Record<string, string>>): Promise<string> {
  const distDir = '.next-bench'
  const environment = { ...variables, NEXT_DIST_DIR: distDir }
  const built = await run('next/dist/bin/next', ['build'], { folder: 'web', environment })
  if (!built) throw new Error('The build of web failed.')
  return join(root, 'web', distDir)
}

/** Exports a page of `weight-pages/` in an app that has nothing else; answers the folder of the site. */
export async function buildPage(
  name: string,
  dependencies: Readonly<Record<string, string>>,
): Promise<string> {
  const peers = await installPeers(name, dependencies)
  const folder = join(peers, 'page')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'app'), { recursive: true })
  const sources = join(root, 'bench/weight-pages')
  cpSync(join(sources, 'layout.tsx'), join(folder, 'app/layout.tsx'))
  cpSync(join(sources, `${name}.tsx`), join(folder, 'app/page.tsx'))
  writeFileSync(join(folder, 'next.config.mjs'), config)
  const built = await run('next/dist/bin/next', ['build'], { folder: relative(root, folder) })
  if (!built) throw new Error(`The build of ${name} failed.`)
  return join(folder, 'out')
}

const config = `
export default {
  output: 'export',
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: ${JSON.stringify(root)} },
}
`
