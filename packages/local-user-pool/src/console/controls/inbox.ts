import { Hono } from 'hono'
import type { Local } from '../local.ts'
import { itemsWithin, numberOf, waitOf } from '../waiting.ts'

/** The inbox as programs read it. */
export function inboxControl({ context: { deliveries }, closing }: Local): Hono {
  const app = new Hono()
  app.get('/', async (c) => {
    const to = c.req.query('to')
    const after = numberOf('after', c.req.query('after'))
    const items = await itemsWithin(
      {
        items: () => deliveries.list(200, to, after),
        onChange: (listener) => deliveries.onDelivery(listener),
      },
      waitOf(c.req.query('wait')),
      AbortSignal.any([c.req.raw.signal, closing]),
    )
    return c.json({ items })
  })
  app.delete('/', (c) => {
    deliveries.discard(c.req.query('to'))
    return c.body(null, 204)
  })
  return app
}
