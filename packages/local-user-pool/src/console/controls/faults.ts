import { Hono } from 'hono'
import { readFaults } from '../fault.ts'
import type { Local } from '../local.ts'

/** What goes wrong on purpose, as programs set it. */
export function faultsControl({ faults }: Local): Hono {
  const app = new Hono()
  app.get('/', (c) => c.json(faults.list()))
  app.put('/', async (c) => {
    faults.replace(readFaults(await c.req.text()))
    return c.json(faults.list())
  })
  app.delete('/', (c) => {
    faults.replace([])
    return c.body(null, 204)
  })
  return app
}
