import { Hono } from 'hono'
import type { Local } from '../local.ts'
import { itemsWithin, numberOf, waitOf } from '../waiting.ts'

/** The latest requests of the API as programs read them. */
export function requestsControl({ requests, closing }: Local): Hono {
  const app = new Hono()
  app.get('/', async (c) => {
    const after = numberOf('after', c.req.query('after'))
    const items = await itemsWithin(
      { items: () => requests.list(after), onChange: (listener) => requests.onRequest(listener) },
      waitOf(c.req.query('wait')),
      AbortSignal.any([c.req.raw.signal, closing]),
    )
    return c.json({ items })
  })
  app.delete('/', (c) => {
    requests.clear()
    return c.body(null, 204)
  })
  return app
}
