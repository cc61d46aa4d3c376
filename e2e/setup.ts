import { join } from 'node:path'
import { startLocalStack } from '../scripts/local-stack.ts'
import { freePort } from '../scripts/ports.ts'
import { root, run } from '../scripts/run.ts'
import { serveSite } from './site.ts'

/** Where everything runs, for the journeys. */
export interface Places {
  readonly page: string
  readonly onePage: string
  readonly pool: string
  readonly api: string
}

/** Builds the exported sites for the ports that are free, and starts all that they speak to. */
export default async function setup(): Promise<() => Promise<void>> {
  const sites = [
    { name: 'page', folder: 'web', out: '.next-e2e' },
    { name: 'onePage', folder: 'examples/one-page', out: 'out' },
  ] as const
  const origins = new Map<string, string>()
  const closing: (() => Promise<void>)[] = []
  const port = await freePort(0)
  const stack = await startLocalStack({
    origin: `http://localhost:${port}`,
    storage: 'memory',
    ports: { pool: 0, api: 0 },
  })
  closing.push(() => stack.close())
  for (const { name, folder, out } of sites) {
    const built = await run('next/dist/bin/next', ['build'], {
      folder,
      environment: { ...stack.environment, NEXT_DIST_DIR: '.next-e2e' },
    })
    if (!built) throw new Error(`The build of ${folder} failed.`)
    const site = await serveSite(join(root, folder, out), name === 'page' ? port : 0)
    origins.set(name, site.url)
    closing.push(site.close)
  }
  const places: Places = {
    page: origins.get('page') ?? '',
    onePage: origins.get('onePage') ?? '',
    pool: stack.pool.url,
    api: stack.api.url,
  }
  process.env.GENKAN_PLACES = JSON.stringify(places)
  return async () => {
    for (const close of closing) await close()
  }
}
