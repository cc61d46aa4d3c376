import type { MiddlewareHandler } from 'hono'
import { isLoopback } from '../core/loopback.ts'

/**
 * Codes and passwords are shown to pages of this machine alone: a foreign page gets no CORS header, and one that
 * made its own name point here (DNS rebinding) is refused by the name it calls us by.
 *
 * What changes something is for the console's own pages and for programs: a browser says with each such request which
 * page it comes of, and a form of another page would need no CORS header to be sent.
 *
 * @param ownAddresses where else the pool is reached, besides at loopback addresses
 */
export function thisMachineOnly(ownAddresses: () => readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const { hostname, host } = new URL(c.req.url)
    const isOwnName = ownAddresses().some((address) => new URL(address).hostname === hostname)
    if (!isLoopback(hostname) && !isOwnName) return c.text('Not from here.', 403)
    const origin = c.req.header('origin')
    const isOwn = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
    const isReading = ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)
    // Browsers that say it twice have to say the same.
    const site = c.req.header('sec-fetch-site') ?? 'none'
    if (!isReading && !(isOwn && ['none', 'same-origin'].includes(site))) {
      return c.text('Not from another page.', 403)
    }
    await next()
    if (origin && URL.canParse(origin) && isLoopback(new URL(origin).hostname)) {
      c.res.headers.set('access-control-allow-origin', origin)
    }
    c.res.headers.set('vary', 'origin, accept, accept-language, cookie')
    c.res.headers.set('cache-control', 'no-store')
    return undefined
  }
}
