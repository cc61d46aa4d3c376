import { randomNumbers } from './cognito-day.ts'

/** How long a page waits before it asks again, in seconds. */
export type Patience = (attempt: number, random: () => number) => number

/** What a page may do that is answered 429. */
export const patiences = {
  /** As pages do that know no better. */
  'every second': () => 1,
  /** All of them wait for the same time, and come back together. */
  'twice as long each time, up to a minute': (attempt) => Math.min(2 ** (attempt + 1), 60),
  /** As the AWS SDKs do. */
  'any time up to that': (attempt, random) => random() * Math.min(2 ** (attempt + 1), 60),
  /** As the entrance does: packages/sign-in/src/session/upkeep.ts. */
  'half of that, and any time up to the rest': (attempt, random) =>
    (0.5 + random() / 2) * Math.min(2 ** (attempt + 1), 60),
} as const satisfies Record<string, Patience>

export interface Storm {
  /** Seconds until everybody has been answered. */
  readonly seconds: number
  /** Requests for each that was answered. */
  readonly requestsEach: number
  /** The most requests in one second. */
  readonly busiest: number
}

/**
 * Every open page asks for tokens in the same second, as after a failure of the network or a release that ended all
 * sessions; Cognito answers as many as its quota allows, and refuses the others.
 *
 * assumed: a request that is refused costs nothing of the quota.
 */
export function simulateStorm(pages: number, quota: number, patience: Patience): Storm {
  const random = randomNumbers(1)
  const attempts = new Uint8Array(pages)
  const due = new Map<number, number[]>([[0, Array.from({ length: pages }, (_, page) => page)]])
  let answered = 0
  let requests = 0
  let busiest = 0
  let second = 0
  for (; answered < pages; second += 1) {
    const asking = due.get(second) ?? []
    due.delete(second)
    requests += asking.length
    busiest = Math.max(busiest, asking.length)
    // Whoever is first is anybody.
    const offset = Math.floor(random() * asking.length)
    for (const [index, page] of asking.entries()) {
      if ((index - offset + asking.length) % asking.length < quota) {
        answered += 1
        continue
      }
      const attempt = attempts[page] ?? 0
      attempts[page] = Math.min(attempt + 1, 20)
      const at = second + Math.max(1, Math.round(patience(attempt, random)))
      const others = due.get(at)
      if (others) others.push(page)
      else due.set(at, [page])
    }
  }
  return { seconds: second, requestsEach: requests / pages, busiest }
}
