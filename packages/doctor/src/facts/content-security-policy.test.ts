import { expect, test } from 'vitest'
import { blockedBy } from './content-security-policy.ts'

const cognito = 'https://cognito-idp.ap-northeast-1.amazonaws.com/'
const origin = 'https://app.example.com'

test.each([
  ['', false],
  ["script-src 'self'", false],
  ["default-src 'self'", true],
  ["default-src 'none'; connect-src *", false],
  ["connect-src 'self'; connect-src *", true],
  ["default-src *; connect-src 'none'", true],
  ['connect-src https:', false],
  ['connect-src http:', true],
  ['connect-src https://*.amazonaws.com', false],
  ['connect-src *.amazonaws.com', false],
  ['CONNECT-SRC HTTPS://Cognito-IDP.ap-northeast-1.amazonaws.com', false],
  ['connect-src https://amazonaws.com', true],
  ['connect-src https://cognito-idp.us-east-1.amazonaws.com', true],
  ['connect-src https://cognito-idp.ap-northeast-1.amazonaws.com:443', false],
  ['connect-src https://cognito-idp.ap-northeast-1.amazonaws.com:8443', true],
  ['connect-src https://cognito-idp.ap-northeast-1.amazonaws.com:*', false],
  ['connect-src https://cognito-idp.ap-northeast-1.amazonaws.com/', false],
  ['connect-src https://cognito-idp.ap-northeast-1.amazonaws.com/x', true],
  ['connect-src http://cognito-idp.ap-northeast-1.amazonaws.com', false],
])('%j keeps a page from Cognito: %s', (policy, expected) => {
  expect(blockedBy(policy, cognito, origin)).toBe(expected)
})

test('the page may call its own origin by name', () => {
  expect(blockedBy("connect-src 'self'", `${origin}/api`, origin)).toBe(false)
  expect(blockedBy("connect-src 'self'", 'https://api.example.com/', origin)).toBe(true)
})
