import { Hono } from 'hono'
import { exported, imported, UnusableBackupError } from '../../domain/backup.ts'
import type { Local } from '../local.ts'
import { objectOf, UnusableRequestError } from '../unusable-request.ts'

/** All data at once: back to the seed, out as JSON, in as JSON. */
export function dataControl({ context: { world }, clock, faults, requests, plantAnew }: Local): Hono {
  const app = new Hono()
  app.post('/reset', async (c) => {
    clock.reset()
    faults.replace([])
    requests.clear()
    await plantAnew()
    return c.body(null, 204)
  })
  app.get('/export', (c) => c.json(exported(world)))
  app.put('/import', async (c) => {
    try {
      imported(world, objectOf(await c.req.text(), 'what /_local/export answers'))
    } catch (error) {
      if (error instanceof UnusableBackupError) throw new UnusableRequestError(error.message)
      throw error
    }
    return c.body(null, 204)
  })
  return app
}
