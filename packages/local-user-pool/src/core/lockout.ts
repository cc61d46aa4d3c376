/** What is remembered about the failed sign-ins of one user. Times are milliseconds since 1970. */
export interface Failures {
  readonly count: number
  readonly lockedUntil: number
  readonly lastAttemptAt: number
}

const failuresBeforeLock = 5
const quarterOfAnHour = 15 * 60 * 1000

export const noFailures: Failures = { count: 0, lockedUntil: 0, lastAttemptAt: 0 }

// documented: "After five failed sign-in attempts, Amazon Cognito locks out your user for one second. The lockout
// duration then doubles after each additional one failed attempt, up to a maximum of approximately 15 minutes."
// (developer guide, amazon-cognito-user-pools-authentication-flow)

/** Whether a sign-in at that time is refused without a look at the password. Such attempts do not count. */
export function isLocked({ lockedUntil }: Failures, now: number): boolean {
  return now < lockedUntil
}

/** How many sign-ins may fail before the next lock: one, where there was a lock already. */
export function failuresLeft(failures: Failures, now: number): number {
  return isForgotten(failures, now) ? failuresBeforeLock : Math.max(failuresBeforeLock - failures.count, 1)
}

/** The state after one more failed sign-in: with n of them, locked for 2^(n-5) seconds from the fifth on. */
export function afterFailure(failures: Failures, now: number): Failures {
  const count = (isForgotten(failures, now) ? 0 : failures.count) + 1
  const beyond = count - failuresBeforeLock
  const lock = beyond < 0 ? 0 : Math.min(2 ** beyond * 1000, quarterOfAnHour)
  return { count, lockedUntil: now + lock, lastAttemptAt: now }
}

// documented: 15 consecutive minutes without an attempt bring back the initial state.
function isForgotten({ lastAttemptAt, lockedUntil }: Failures, now: number): boolean {
  return now - Math.max(lastAttemptAt, lockedUntil) >= quarterOfAnHour
}
