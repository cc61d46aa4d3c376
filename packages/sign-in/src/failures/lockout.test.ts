import { expect, test } from 'vitest'
import { createLockout } from './lockout'

function lockoutAfter(failures: number) {
  const clock = { now: 1_000_000 }
  const lockout = createLockout(() => clock.now)
  for (let count = 0; count < failures; count += 1) lockout.failed('a@example.com')
  return { clock, lockout }
}

test.each([
  [4, undefined],
  [5, 1],
  [6, 2],
  [9, 16],
  [14, 512],
  [15, 900],
  [40, 900],
])('after %i wrong passwords the wait is %s seconds', (failures, seconds) => {
  expect(lockoutAfter(failures).lockout.secondsLeft('a@example.com')).toBe(seconds)
})

test('the wait grows shorter, and what is past is not known any more', () => {
  const { clock, lockout } = lockoutAfter(8)
  clock.now += 5500
  expect(lockout.secondsLeft('a@example.com')).toBe(3)
  clock.now += 2500
  expect(lockout.secondsLeft('a@example.com')).toBeUndefined()
})

test('each e-mail address is counted by itself', () => {
  expect(lockoutAfter(9).lockout.secondsLeft('b@example.com')).toBeUndefined()
})

test('a right password begins anew', () => {
  const { lockout } = lockoutAfter(9)
  lockout.succeeded('a@example.com')
  lockout.failed('a@example.com')
  expect(lockout.secondsLeft('a@example.com')).toBeUndefined()
})

test('14 quiet minutes do not begin anew', () => {
  const { clock, lockout } = lockoutAfter(9)
  clock.now += 14 * 60 * 1000
  lockout.failed('a@example.com')
  expect(lockout.secondsLeft('a@example.com')).toBe(32)
})

test('15 quiet minutes begin anew', () => {
  const { clock, lockout } = lockoutAfter(9)
  clock.now += 15 * 60 * 1000
  lockout.failed('a@example.com')
  expect(lockout.secondsLeft('a@example.com')).toBeUndefined()
})
