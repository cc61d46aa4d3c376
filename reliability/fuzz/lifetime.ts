import { anyControl } from './controls.ts'
import { heapAfterCollection } from './heap.ts'
import { anyOperation } from './operations.ts'
import { Visitor } from './pages.ts'
import { Run } from './run.ts'
import { anyScene } from './scenes.ts'
import type { Tally } from './tally.ts'
import { furnish } from './world.ts'

/** So many requests to a pool of its own, in a file that is not there yet; answers the heap at the end, in bytes. */
export async function lifetime(seed: number, file: string, requests: number, tally: Tally): Promise<number> {
  const run = new Run(seed, file, tally)
  try {
    const world = await furnish(run)
    const visitor = new Visitor(run, world)
    while (run.sent < requests) {
      await run.chance.weighed<() => Promise<unknown>>([
        [100, () => anyOperation(run, world)],
        [3, () => anyScene(run, world)],
        [18, () => visitor.any()],
        [0.6, () => visitor.signIn()],
        [0.2, () => visitor.signUp()],
        [0.1, () => visitor.forget()],
        [5, () => anyControl(run, world)],
      ])()
    }
    return heapAfterCollection()
  } finally {
    run.close()
  }
}
