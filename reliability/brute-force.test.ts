import { expect, test } from 'vitest'
import { trial } from './brute-force.ts'

test('whoever guesses around the clock gets no more guesses a day than the limits say', async () => {
  const { faults } = await trial('quick')
  expect(faults).toEqual([])
}, 600_000)
