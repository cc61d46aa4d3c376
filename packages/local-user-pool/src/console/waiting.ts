import { UnusableRequestError } from './unusable-request.ts'

/** How long a request may wait for something to happen, in seconds. */
const longestWait = 60

/** What a long poll watches. */
export interface Watched<Item> {
  /** What there is by now. */
  readonly items: () => readonly Item[]
  /** Calls the listener when there may be more; answers how to stop. */
  readonly onChange: (listener: () => void) => () => void
}

/**
 * What there is; where there is nothing, the first that comes, or nothing when the time is up or nobody waits any more.
 */
export function itemsWithin<Item>(
  { items, onChange }: Watched<Item>,
  seconds: number,
  signal: AbortSignal,
): Promise<readonly Item[]> | readonly Item[] {
  const found = items()
  if (found.length > 0 || seconds === 0 || signal.aborted) return found
  return new Promise((resolve) => {
    const end = (result: readonly Item[]) => {
      stop()
      clearTimeout(timer)
      signal.removeEventListener('abort', giveUp)
      resolve(result)
    }
    const giveUp = () => end([])
    const stop = onChange(() => {
      const arrived = items()
      if (arrived.length > 0) end(arrived)
    })
    const timer = setTimeout(giveUp, seconds * 1000)
    signal.addEventListener('abort', giveUp)
  })
}

/** The seconds of a query's `wait`; 0 where there is none. */
export function waitOf(text: string | undefined): number {
  return numberOf('wait', text, longestWait)
}

/** A whole number of a query; 0 where there is none. */
export function numberOf(name: string, text = '0', max = Number.MAX_SAFE_INTEGER): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= max) return value
  throw new UnusableRequestError(`${name} is '${text}'; it must be a whole number from 0 to ${max}.`)
}
