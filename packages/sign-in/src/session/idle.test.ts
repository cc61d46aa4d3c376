import { expect, test } from 'vitest'
import { idlenessAt } from './idle'

const minute = 60_000

test.each([
  [0, 'active'],
  [13.9, 'active'],
  [14, 'warned'],
  [14.9, 'warned'],
  [15, 'over'],
  [600, 'over'],
])('after %d of 15 minutes: %s', (minutes, is) => {
  expect(idlenessAt(1e12 + minutes * minute, 1e12, 15).is).toBe(is)
})

test('the warning says how many seconds are left', () => {
  expect(idlenessAt(1e12 + 14.5 * minute, 1e12, 15)).toEqual({ is: 'warned', secondsLeft: 30 })
})

test('a short time is warned of in its second half', () => {
  expect(idlenessAt(1e12 + 29_000, 1e12, 1).is).toBe('active')
  expect(idlenessAt(1e12 + 30_000, 1e12, 1).is).toBe('warned')
})

test('a clock that was set back signs nobody out', () => {
  expect(idlenessAt(1e12 - 60 * minute, 1e12, 15).is).toBe('active')
})
