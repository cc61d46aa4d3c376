import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'

/** A script or a style sheet that a page has fetched. */
export interface WeighedFile {
  readonly kind: 'script' | 'stylesheet'
  readonly text: string
  /** Its bytes, compressed by `gzip -9`. */
  readonly gzip: number
  /** Whether the exported page itself names it, so that it stands between the page and its being taken over. */
  readonly isNamed: boolean
  /** When it was asked for, in milliseconds since 1970. */
  readonly askedAt: number
}

/** Notes from now on what a page fetches; answers what weighs it. */
export function weigh(page: Page): () => Promise<readonly WeighedFile[]> {
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))

  return async () => {
    const [document, ...files] = responses
    const html = (await document?.text()) ?? ''
    const named = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, address = '']) => address)
    const weighed = files.map(async (response): Promise<readonly WeighedFile[]> => {
      const request = response.request()
      const kind = request.resourceType()
      if (kind !== 'script' && kind !== 'stylesheet') return []
      const body = await response.body()
      const isNamed = named.some((address) => new URL(address, page.url()).href === request.url())
      const gzip = gzipSync(body, { level: 9 }).length
      return [{ kind, text: body.toString(), gzip, isNamed, askedAt: request.timing().startTime }]
    })
    return (await Promise.all(weighed)).flat()
  }
}

/** What they weigh together. */
export function sumOf(files: readonly WeighedFile[]): number {
  return files.reduce((sum, { gzip }) => sum + gzip, 0)
}
