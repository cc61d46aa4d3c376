import { expect, test } from 'vitest'
import { afterFailure, type Failures, failuresLeft, isLocked, noFailures } from './lockout.ts'

/** Fails `times` times, each at the moment the lock of the one before ends. */
function failing(times: number): Failures {
  let failures = noFailures
  for (let attempt = 0; attempt < times; attempt += 1) {
    failures = afterFailure(failures, Math.max(failures.lockedUntil, 1_000_000))
  }
  return failures
}

const lockSeconds = (failures: Failures) => (failures.lockedUntil - failures.lastAttemptAt) / 1000

test.each([
  [1, 0],
  [4, 0],
  [5, 1],
  [6, 2],
  [7, 4],
  [10, 32],
  [14, 512],
  [15, 900],
  [20, 900],
])('%i failures lock for %i s', (count, seconds) => {
  expect(lockSeconds(failing(count))).toBe(seconds)
})

test('a lock holds to its last millisecond and then ends', () => {
  const failures = failing(6)
  expect(isLocked(failures, failures.lockedUntil - 1)).toBe(true)
  expect(isLocked(failures, failures.lockedUntil)).toBe(false)
})

test('15 minutes without an attempt bring back the initial state', () => {
  const failures = failing(9)
  const early = afterFailure(failures, failures.lockedUntil + 15 * 60_000 - 1)
  const late = afterFailure(failures, failures.lockedUntil + 15 * 60_000)
  expect(early.count).toBe(10)
  expect(late.count).toBe(1)
})

test.each([
  [0, 5],
  [1, 4],
  [4, 1],
  [5, 1],
  [9, 1],
])('after %i failures, %i more may fail before the next lock', (count, left) => {
  const failures = failing(count)
  expect(failuresLeft(failures, failures.lockedUntil)).toBe(left)
  expect(failuresLeft(failures, failures.lockedUntil + 15 * 60_000)).toBe(5)
})
