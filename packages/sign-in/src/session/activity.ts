import { rememberedActivity } from './storage'
import type { Keeping } from './token-storage'

/** When somebody was last seen doing something, in any tab that shares the session. */
export interface Activity {
  note(): void
  /** Milliseconds since 1970; undefined where nobody has been seen yet. */
  last(): number | undefined
  /** Leaves nothing of it behind. */
  forget(): void
}

/** Other tabs need not know to the second; writing at every key would slow down the page. */
const written = 5000

/** @param keeping where the session is kept now, which tells who shares it */
export function createActivity(keeping: () => Keeping): Activity {
  let seen = 0
  let told = 0
  return {
    note() {
      seen = Date.now()
      // A clock that was set back makes the difference negative.
      if (Math.abs(seen - told) < written) return
      told = seen
      rememberedActivity.write(keeping(), seen)
    },
    forget() {
      seen = 0
      told = 0
      rememberedActivity.write(keeping(), undefined)
    },
    last() {
      // What lies ahead was noted before the clock was set back.
      const past = [seen, rememberedActivity.read(keeping()) ?? 0].filter((moment) => moment <= Date.now())
      return Math.max(0, ...past) || undefined
    },
  }
}
