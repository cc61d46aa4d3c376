import { ConnectionCutError, type LocalUserPool } from '../pool.ts'

/**
 * A resolver for a handler of Mock Service Worker, which answers by the pool:
 *
 * ```ts
 * const server = setupServer(http.all(`${pool.endpoint}/*`, resolverOf(pool)))
 * ```
 *
 * With the address of AWS as the `endpoint` of the pool, the app under test needs no settings of its own. A connection
 * that a fault cuts becomes a network error.
 */
export function resolverOf({
  fetch,
}: Pick<LocalUserPool, 'fetch'>): (info: { readonly request: Request }) => Promise<Response> {
  return async ({ request }) => {
    try {
      return await fetch(request)
    } catch (error) {
      if (error instanceof ConnectionCutError) return Response.error()
      throw error
    }
  }
}
