import { expect, test } from 'vitest'
import { isRecord } from './record.ts'

test.each([[{}], [{ a: 1 }], [Object.create(null)]])('%j has names and values', (value) => {
  expect(isRecord(value)).toBe(true)
})

test.each([[null], [undefined], [[]], ['text'], [1], [true]])('%j has not', (value) => {
  expect(isRecord(value)).toBe(false)
})
