import { expect, test } from 'vitest'
import { trial } from './fuzz.ts'

test('whatever is sent, it is answered as the model says, changes nothing where it is refused, and is got over', {
  timeout: 600_000,
}, async () => {
  const { faults } = await trial('quick')
  expect(faults).toEqual([])
})
