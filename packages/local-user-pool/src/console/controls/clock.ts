import { Hono } from 'hono'
import { moveClock } from '../clock.ts'
import type { Local } from '../local.ts'

/** The clock as programs read and move it. */
export function clockControl({ clock }: Local): Hono {
  const state = () => ({
    now: new Date(clock.now()).toISOString(),
    milliseconds: clock.now(),
    moved: clock.moved / 1000,
  })
  const app = new Hono()
  app.get('/', (c) => c.json(state()))
  app.put('/', async (c) => {
    moveClock(clock, await c.req.text())
    return c.json(state())
  })
  app.delete('/', (c) => {
    clock.reset()
    return c.json(state())
  })
  return app
}
