import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { headersOf } from '../infra/hosting/headers.ts'
import { connectionsOf, sealSite } from '../infra/hosting/site.ts'
import { root, run } from '../scripts/run.ts'
import { type Site, serveSite } from './site.ts'
import { inTurn } from './turns.ts'

interface Source {
  readonly port: number
  /** The variables to build with. */
  readonly environment: Readonly<Record<string, string>>
}

/** Whom the pages may speak to, where their variables do not say so. */
interface Reach {
  readonly connections: readonly string[]
}

interface Sources {
  readonly web: Source
  readonly onePage: Source
  readonly members: Source & Reach
  readonly ownPage: Reach
}

/** Every site that the journeys visit, built and served. */
export interface Sites {
  readonly web: Site
  readonly onePage: Site
  readonly members: Site
  readonly ownPage: Site
  close(): Promise<void>
}

/** Builds the sites and serves copies of them, so that another run can build while this one still visits. */
export async function publishSites({ web, onePage, members, ownPage }: Sources): Promise<Sites> {
  const copies = join(root, 'node_modules/.cache', `genkan-sites-${process.pid}`)

  function copyOf(name: string, built: string): string {
    cpSync(built, join(copies, name), { recursive: true })
    return join(copies, name)
  }

  async function serve(name: string, built: string, port: number): Promise<Site> {
    return serveSite(copyOf(name, built), port)
  }

  /** As it is deployed: with the policy in its pages, and the headers of its answers. */
  async function serveSealed(name: string, built: string, port: number, reach: Reach): Promise<Site> {
    const copy = copyOf(name, built)
    sealSite(copy, reach.connections)
    return serveSite(copy, port, headersOf)
  }

  const sites = await inTurn(async () => ({
    web: await serveSealed('web', await buildNext('web', '.next-e2e', web.environment), web.port, {
      connections: connectionsOf(web.environment),
    }),
    onePage: await serve(
      'one-page',
      await buildNext('examples/one-page', 'out', onePage.environment),
      onePage.port,
    ),
    members: await serveSealed(
      'members',
      await buildVite('examples/members', members.environment),
      members.port,
      members,
    ),
    ownPage: await serveSealed('own-page', await buildOwnPage(), 0, ownPage),
  }))
  return {
    ...sites,
    async close() {
      await Promise.all(Object.values(sites).map((site) => site.close()))
      rmSync(copies, { recursive: true })
    },
  }
}

/** Builds the site of web/ once more, for what only its build can decide, and serves it as it is deployed. */
export async function publishWeb(name: string, { port, environment }: Source): Promise<Site> {
  const copy = join(root, 'node_modules/.cache', `genkan-${name}-${process.pid}`)
  await inTurn(async () => {
    // In the same folder as the other, of which copies are served: most of it is compiled already.
    cpSync(await buildNext('web', '.next-e2e', environment), copy, { recursive: true })
  })
  sealSite(copy, connectionsOf(environment))
  const site = await serveSite(copy, port, headersOf)
  return {
    url: site.url,
    async close() {
      await site.close()
      rmSync(copy, { recursive: true })
    },
  }
}

/** A build reads web/.env.production.local, too, where a deployment leaves its own: these are not to come from there. */
const unset = {
  NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS: '',
  NEXT_PUBLIC_AWS_COGNITO_PASSWORD_MIN_LENGTH: '',
  NEXT_PUBLIC_AWS_COGNITO_DOMAIN: '',
}

/** Exports an app of Next.js; answers the folder in which the site ends up. */
async function buildNext(folder: string, out: string, variables: Source['environment']): Promise<string> {
  const environment = { ...unset, ...variables, NEXT_DIST_DIR: '.next-e2e' }
  const built = await run('next/dist/bin/next', ['build'], { folder, environment })
  if (!built) throw new Error(`The build of ${folder} failed.`)
  return join(root, folder, out)
}

/** The same for an app that Vite builds. */
async function buildVite(folder: string, environment: Source['environment']): Promise<string> {
  const built = await run('vite/bin/vite.js', ['build', '--outDir', 'out', '--logLevel', 'error'], {
    folder,
    environment,
  })
  if (!built) throw new Error(`The build of ${folder} failed.`)
  return join(root, folder, 'out')
}

/** The journeys' own pages: the entrance, Amplify itself, and the entrance that Amplify UI brings. */
export const ownPages = ['entrance', 'amplify', 'authenticator'] as const

async function buildOwnPage(): Promise<string> {
  const folder = join(root, 'e2e/page')
  const outDir = join(folder, 'out')
  await build({
    root: folder,
    // It warns of each 'use client', which means nothing outside Next.js.
    logLevel: 'error',
    build: {
      outDir,
      rolldownOptions: { input: ownPages.map((name) => join(folder, `${name}.html`)) },
    },
  })
  return outDir
}
