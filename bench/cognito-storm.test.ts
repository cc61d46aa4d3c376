import { expect, test } from 'vitest'
import { patiences, simulateStorm } from './cognito-storm.ts'

test.each(Object.entries(patiences))('everybody is answered who asks again %s', (_, patience) => {
  const { seconds, requestsEach, busiest } = simulateStorm(500, 120, patience)
  expect(seconds).toBeGreaterThanOrEqual(Math.ceil(500 / 120))
  expect(requestsEach).toBeGreaterThan(1)
  expect(busiest).toBe(500)
})

test('as many as the quota are answered at once', () => {
  const calm = { seconds: 1, requestsEach: 1, busiest: 120 }
  expect(simulateStorm(120, 120, patiences['every second'])).toEqual(calm)
})

test('who waits for any time rather than for the same asks less often, and is done sooner', () => {
  const same = simulateStorm(3000, 120, patiences['twice as long each time, up to a minute'])
  const any = simulateStorm(3000, 120, patiences['any time up to that'])
  expect(any.requestsEach).toBeLessThan(same.requestsEach)
  expect(any.seconds).toBeLessThan(same.seconds)
})
