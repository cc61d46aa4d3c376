import type { World } from './world.ts'

/** Milliseconds; many times as long as the work takes where no trigger has a say in it. */
const evenTime = 2

/**
 * Does some work whose length would tell what it found: whoever waits for it hears of it, answer or exception, when a
 * time is over that was set before anything was looked at.
 */
export async function inEvenTime<Result>(
  { pause }: Pick<World, 'pause'>,
  work: () => Promise<Result>,
): Promise<Result> {
  const over = pause(evenTime)
  try {
    return await work()
  } finally {
    await over
  }
}
