import { expect, test } from 'vitest'
import { policySourceOf } from './policy-source.ts'

test.each([
  ['https://app.example.com/callback?a=1', 'https://app.example.com'],
  ['http://localhost:3000/', 'http://localhost:3000'],
  ['myapp://callback', 'myapp:'],
  ['no URL', undefined],
  ['', undefined],
])('the callback URL %j is the source %s', (url, source) => {
  expect(policySourceOf(url)).toBe(source)
})
