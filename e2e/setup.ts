import { join } from 'node:path'
import { exampleSeed } from '@genkan/local-user-pool'
import { build } from 'vite'
import { startApi } from '../api/src/local.ts'
import { startLocalStack } from '../scripts/local-stack.ts'
import { freePort } from '../scripts/ports.ts'
import { root, run } from '../scripts/run.ts'
import { type Site, serveSite } from './site.ts'

/** Where everything runs, for the journeys. */
export interface Places {
  readonly page: string
  readonly onePage: string
  /** The journeys' own page: the entrance, and Amplify itself, with any configuration. */
  readonly ownPage: string
  readonly pool: string
  readonly api: string
}

/** Builds the exported sites for the ports that are free, and starts all that they speak to. */
export default async function setup(): Promise<() => Promise<void>> {
  const closing: (() => Promise<void>)[] = []
  const pagePort = await freePort(0)
  const stack = await startLocalStack({
    origin: `http://localhost:${pagePort}`,
    storage: 'memory',
    ports: { pool: 0, api: 0 },
  })
  closing.push(() => stack.close())

  // The API lets in one origin, so the example gets one of its own.
  const onePagePort = await freePort(0)
  const { userPoolId, clientId } = exampleSeed
  const onePageApi = await startApi({
    port: 0,
    userPoolId,
    clientId,
    issuer: `${stack.pool.url}/${userPoolId}`,
    allowedOrigin: `http://localhost:${onePagePort}`,
  })
  closing.push(() => onePageApi.close())

  const environment = { ...stack.environment, NEXT_DIST_DIR: '.next-e2e' }
  const page = await publish({ folder: 'web', out: '.next-e2e', port: pagePort, environment })
  const onePage = await publish({
    folder: 'examples/one-page',
    out: 'out',
    port: onePagePort,
    environment: { ...environment, NEXT_PUBLIC_API_URL: onePageApi.url },
  })
  const ownPage = await publishOwnPage()
  closing.push(page.close, onePage.close, ownPage.close)

  const places: Places = {
    page: page.url,
    onePage: onePage.url,
    ownPage: ownPage.url,
    pool: stack.pool.url,
    api: stack.api.url,
  }
  process.env.GENKAN_PLACES = JSON.stringify(places)
  return async () => {
    for (const close of closing) await close()
  }
}

interface Source {
  readonly folder: string
  /** Where the export ends up in it. */
  readonly out: string
  readonly port: number
  readonly environment: Readonly<Record<string, string>>
}

async function publish({ folder, out, port, environment }: Source): Promise<Site> {
  const built = await run('next/dist/bin/next', ['build'], { folder, environment })
  if (!built) throw new Error(`The build of ${folder} failed.`)
  return serveSite(join(root, folder, out), port)
}

async function publishOwnPage(): Promise<Site> {
  const folder = join(root, 'e2e/page')
  const out = join(folder, 'out')
  await build({
    root: folder,
    // It warns of each 'use client', which means nothing outside Next.js.
    logLevel: 'error',
    build: {
      outDir: out,
      rolldownOptions: { input: ['entrance.html', 'amplify.html'].map((file) => join(folder, file)) },
    },
  })
  return serveSite(out, 0)
}
