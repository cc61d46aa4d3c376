/** A calculation that can be paused at each `yield`, some microseconds apart. It returns the result. */
export type Steps = Generator<undefined, bigint>

/** Calculates without a pause. */
export function atOnce(steps: Steps): bigint {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Half of the time that a screen of 60 Hz shows one picture, in milliseconds. */
const slice = 8

/** Calculates in slices, between which the page can draw and answer. */
export async function inSlices(steps: Steps): Promise<bigint> {
  for (;;) {
    await pause()
    const end = performance.now() + slice
    do {
      const step = steps.next()
      if (step.done) return step.value
    } while (performance.now() < end)
  }
}

/** Until the browser has done what waits: input, drawing. A timer would wait four milliseconds each time. */
function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } }
  if (scheduler?.yield) return scheduler.yield()
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
