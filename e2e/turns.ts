import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'

/** Held by the run that builds; the system lets go of it, however that run ends. */
const port = 9338

/** Does the work while no other run of the journeys on this machine does: two builds of one folder disturb each other. */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const turn = createServer()
  for (;;) {
    turn.listen(port, '127.0.0.1')
    const begun = await once(turn, 'listening').then(
      () => true,
      ({ code }) => {
        if (code !== 'EADDRINUSE') throw new Error(`Port ${port} cannot be used: ${code}`)
        return false
      },
    )
    if (begun) break
    await setTimeout(200)
  }
  try {
    return await work()
  } finally {
    turn.close()
  }
}
