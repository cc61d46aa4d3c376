import { expect, test } from 'vitest'
import { isLoopback } from './loopback.ts'

test.each(['localhost', '127.0.0.1', '[::1]'])('%s is this machine', (hostname) => {
  expect(isLoopback(hostname)).toBe(true)
})

test.each(['', 'localhost.example.com', '10.0.0.1', '[::]'])('%j is not', (hostname) => {
  expect(isLoopback(hostname)).toBe(false)
})
