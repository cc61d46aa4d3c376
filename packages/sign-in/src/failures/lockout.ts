/** What is known here about Cognito's waiting time after wrong passwords, which its answers do not tell. */
export interface Lockout {
  /** A wrong password was answered. */
  failed(username: string): void
  /** A right one was. */
  succeeded(username: string): void
  /**
   * Seconds to wait at the least: what others have tried is not known here. Undefined when this page has not seen the
   * attempts that led to it.
   */
  secondsLeft(username: string): number | undefined
}

const free = 4
const quiet = 15 * 60

/**
 * Counts the wrong passwords of each e-mail address, in memory: after the n-th, from the fifth on, Cognito
 * refuses every attempt for 2^(n-5) seconds, at most about 15 minutes; 15 minutes without an attempt begin anew.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html
 */
export function createLockout(now: () => number): Lockout {
  const seen = new Map<string, { count: number; at: number }>()
  return {
    failed(username) {
      const before = seen.get(username)
      const count = before && now() - before.at < quiet * 1000 ? before.count : 0
      seen.set(username, { count: count + 1, at: now() })
    },
    succeeded(username) {
      seen.delete(username)
    },
    secondsLeft(username) {
      const last = seen.get(username)
      if (!last || last.count <= free) return undefined
      const left = last.at / 1000 + Math.min(2 ** (last.count - 5), quiet) - now() / 1000
      return left > 0 ? Math.ceil(left) : undefined
    },
  }
}
