/** What is to be done about the session, and when. */
export interface Chore {
  /** Milliseconds since 1970 by this device's clock; what lies in the past is due now. */
  readonly dueAt: number
  /** Rejects where it could not be done now; it is then tried again. */
  readonly act: () => Promise<void>
}

interface UpkeepOptions {
  /** What is to be done next; undefined while there is nothing. */
  readonly next: () => Chore | undefined
  /** Told whenever the service begins or ceases to be within reach. */
  readonly onReach: (isWithinReach: boolean) => void
}

/** Does chores when they are due, and tries again what the network prevented. */
export interface Upkeep {
  /** Looks anew at what is next. */
  plan(): void
  /** Something else has just reached the service: what failed before is over. */
  succeeded(): void
  /** Begins, and after `stop` begins again. */
  start(): void
  /** Does at once what may be due: the tab is looked at again, or the network is back. */
  wake(): void
  stop(): void
}

/**
 * Between one try and the next, in milliseconds: soon at first, and never less often than once a minute. The pages that
 * failed in the same moment wait for different times, or they would all come back in the same moment, too.
 */
function pause(failures: number): number {
  return Math.min(60_000, 2000 * 2 ** (failures - 1)) * (0.5 + Math.random() / 2)
}

/** Later than this a timer of the browser would go off at once. */
const furthest = 2 ** 31 - 1

export function createUpkeep({ next, onReach }: UpkeepOptions): Upkeep {
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let acting = false
  let isStopped = true

  function plan(): void {
    clearTimeout(timer)
    const chore = next()
    if (!chore) failures = 0
    if (!chore || acting || isStopped) return
    const wait = failures > 0 ? pause(failures) : chore.dueAt - Date.now()
    timer = setTimeout(look, Math.min(Math.max(0, wait), furthest))
  }

  function look(): void {
    const chore = next()
    if (!chore || acting || isStopped || chore.dueAt > Date.now()) {
      plan()
      return
    }
    acting = true
    void chore
      .act()
      .then(
        () => reached(true),
        () => reached(false),
      )
      .then(plan)
  }

  function reached(isWithinReach: boolean): void {
    acting = false
    failures = isWithinReach ? 0 : failures + 1
    onReach(isWithinReach)
  }

  return {
    plan,
    succeeded() {
      failures = 0
      onReach(true)
      plan()
    },
    start() {
      isStopped = false
      plan()
    },
    wake: look,
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
