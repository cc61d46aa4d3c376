import { expect, test } from 'vitest'
import { isOriginOf } from './relying-party.ts'

test.each([
  ['https://example.com', 'example.com'],
  ['https://app.example.com', 'example.com'],
  ['https://example.com:8443', 'example.com'],
  ['http://localhost:3000', 'localhost'],
  ['http://app.localhost', 'localhost'],
])('%s may use the passkeys of %s', (origin, id) => {
  expect(isOriginOf(origin, id)).toBe(true)
})

test.each([
  ['http://example.com', 'example.com', 'it is not reached safely'],
  ['ftp://localhost', 'localhost', 'it is no page'],
  ['https://example.com', 'app.example.com', 'it is above, not below'],
  ['https://notexample.com', 'example.com', 'it only ends alike'],
  ['https://example.com.evil.test', 'example.com', 'it only begins alike'],
  ['https://example.com/', 'example.com', 'it is an address, not an origin'],
  ['https://user@example.com', 'example.com', 'it carries a name'],
  ['http://localhost.evil.test', 'localhost', 'it is not this machine'],
  ['android:apk-key-hash:abc', 'example.com', 'it is no page'],
  ['example.com', 'example.com', 'it has no scheme'],
  ['null', 'example.com', 'it is opaque'],
  ['', 'example.com', 'it is empty'],
])('%s may not use the passkeys of %s: %s', (origin, id) => {
  expect(isOriginOf(origin, id)).toBe(false)
})
