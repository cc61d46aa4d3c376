import { ConnectionCutError, type LocalUserPool } from '../pool.ts'

/** A `BrowserContext` or `Page` of Playwright, as far as it is used here. */
interface Routed {
  route(url: (url: URL) => boolean, handler: (route: Route) => Promise<void>): Promise<unknown>
}

interface Route {
  request(): {
    url(): string
    method(): string
    allHeaders(): Promise<Record<string, string>>
    postDataBuffer(): Uint8Array | null
  }
  fulfill(response: { status: number; headers: Record<string, string>; body: Buffer }): Promise<void>
  abort(errorCode: 'connectionreset'): Promise<void>
}

/**
 * Puts the pool behind its `endpoint` for a browser context, or for one page of it. Nothing listens at a port, so tests
 * that run at once each have a pool of their own, with its own users and clock.
 *
 * With the address of AWS as the `endpoint`, the site is tested just as it is deployed. A connection that a fault cuts
 * is cut for the page, too.
 *
 * @param context a `BrowserContext` or a `Page`
 */
export async function serveLocalUserPool(
  context: Routed,
  { endpoint, fetch }: Pick<LocalUserPool, 'endpoint' | 'fetch'>,
): Promise<void> {
  const { origin } = new URL(endpoint)
  await context.route(
    (url) => url.origin === origin,
    async (route) => {
      try {
        await route.fulfill(await answered(await fetch(await asked(route))))
      } catch (error) {
        if (!(error instanceof ConnectionCutError)) throw error
        await route.abort('connectionreset')
      }
    },
  )
}

async function asked(route: Route): Promise<Request> {
  const request = route.request()
  const body = request.postDataBuffer()
  return new Request(request.url(), {
    method: request.method(),
    headers: await request.allHeaders(),
    ...(body && { body: new Uint8Array(body) }),
  })
}

async function answered(response: Response) {
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  }
}
