import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { newTotpSecret, setupUri, totpStep } from './totp.ts'

// RFC 6238, appendix B: the secret is the ASCII text "12345678901234567890"; its codes cut to six digits.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([
  [59, '287082', 1],
  [1111111109, '081804', 37037036],
  [1234567890, '005924', 41152263],
  [20000000000, '353130', 666666666],
])('at %i s the code of the RFC is %s', (seconds, code, step) => {
  expect(totpStep(secret, code, seconds * 1000)).toBe(step)
})

test('the code of a neighbouring step is accepted, and known as that step’s', () => {
  expect(totpStep(secret, '287082', (59 + 30) * 1000)).toBe(1)
  expect(totpStep(secret, '287082', (59 + 60) * 1000)).toBeUndefined()
})

test.each(['000000', '28708', '2870822', '', '28708２'])('%j is refused', (code) => {
  expect(totpStep(secret, code, 59_000)).toBeUndefined()
})

test('a secret is 32 characters of base32, another each time', () => {
  expect(newTotpSecret(randomBytes)).toMatch(/^[A-Z2-7]{32}$/)
  expect(newTotpSecret(() => Buffer.from('12345678901234567890'))).toBe(secret)
  expect(newTotpSecret(randomBytes)).not.toBe(newTotpSecret(randomBytes))
})

test('an authenticator app reads the secret, its issuer and whose it is from an address', () => {
  const uri = new URL(setupUri(secret, '玄関 shop', 'hanako@example.com'))
  expect(`${uri.protocol}//${uri.host}`).toBe('otpauth://totp')
  expect(decodeURIComponent(uri.pathname)).toBe('/玄関 shop:hanako@example.com')
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    secret,
    issuer: '玄関 shop',
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  })
})
