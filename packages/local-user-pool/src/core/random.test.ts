import { expect, test } from 'vitest'
import { randomOfStock } from './random.ts'

test('gives as many bytes as are asked for, also more than are in stock', () => {
  for (const size of [0, 1, 16, 8192, 8193, 100_000]) expect(randomOfStock(size)).toHaveLength(size)
})

test('gives nothing twice', () => {
  const given = Array.from({ length: 5000 }, () => randomOfStock(16).toString('hex'))
  expect(new Set(given).size).toBe(5000)
})

test('what was given out stays as it is when more is asked for', () => {
  const first = randomOfStock(32)
  const before = first.toString('hex')
  for (let round = 0; round < 1000; round += 1) randomOfStock(32)
  expect(first.toString('hex')).toBe(before)
  expect(before).not.toBe('00'.repeat(32))
})
