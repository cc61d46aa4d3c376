import { expect, test } from 'vitest'
import { trial } from './discovery.ts'
import { separation } from './separation.ts'

test('neither an answer nor its time tells who is a user', async () => {
  const { faults } = await trial('quick')
  expect(faults).toEqual([])
  // Half a minute, and several on a machine that is busy.
}, 600_000)

test('times are told apart by how often one kind takes longer, however far out a few of them are', () => {
  expect(separation([1, 2, 3], [4, 5, 6])).toBe(1)
  expect(separation([4, 5, 6], [1, 2, 3])).toBe(1)
  expect(separation([1, 2, 3], [1, 2, 3])).toBe(0)
  expect(separation([1, 3, 5], [2, 4, 1_000_000])).toBeCloseTo(1 / 3)
})
