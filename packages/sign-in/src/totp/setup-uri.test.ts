import { URI } from 'otpauth'
import { expect, test } from 'vitest'
import { grouped, setupUri } from './setup-uri'

test.each([
  ['Genkan', 'hanako@example.com'],
  ['A&B #1? 100%', 'hanako+test@example.com'],
  ['玄関', '花子@example.jp'],
])('an app reads back the names %j and %j, and the secret', (issuer, account) => {
  const read = URI.parse(setupUri({ issuer, account, secret: 'JBSWY3DPEHPK3PXP' }))
  expect(read).toMatchObject({ issuer, label: account, secret: { base32: 'JBSWY3DPEHPK3PXP' } })
})

test('the secret is read in groups of four', () => {
  expect(grouped('ABCDEFGHIJ')).toBe('ABCD EFGH IJ')
  expect(grouped('')).toBe('')
})
