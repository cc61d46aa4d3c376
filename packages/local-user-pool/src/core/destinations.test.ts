import { expect, test } from 'vitest'
import { masked } from './destinations.ts'

test.each([
  ['hanako@example.com', 'h***@e***'],
  ['h@e.test', 'h***@e***'],
  ['@example.com', '***@e***'],
  ['+819012340839', '+********0839'],
  ['+12340839', '+****0839'],
  ['0839', '+0839'],
])('what is sent to %s is shown as sent to %s', (destination, shown) => {
  expect(masked(destination)).toBe(shown)
})
