import type { MiddlewareHandler } from 'hono'

/**
 * CORS as Cognito has it: any origin may call. One header is not let through: `authorization`, which signs the
 * operations of administrators, so that no page in a browser can call those. A page may ask for a header that is
 * named `*`; in the answer that would mean any header, so it is left out too.
 */
// observed: the headers of recorded answers (amplify-js issues 4346, 1268, 11034).
export const allowAnyOrigin = allowing((header) => header !== 'authorization')

/** The same for endpoints where the header `authorization` carries a client's secret or a user's token. */
export const allowAnyOriginWithToken = allowing(() => true)

function allowing(letsThrough: (header: string) => boolean): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'OPTIONS') {
      const asked = (c.req.header('access-control-request-headers') ?? '')
        .split(',')
        .map((name) => name.trim())
      return c.body(null, 200, {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, POST, OPTIONS',
        'access-control-allow-headers': asked
          .filter((name) => name !== '*' && letsThrough(name.toLowerCase()))
          .join(','),
        'access-control-max-age': '172800',
      })
    }
    await next()
    c.res.headers.set('access-control-allow-origin', '*')
    c.res.headers.set(
      'access-control-expose-headers',
      'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
    )
    return undefined
  }
}
