import { expect, test } from 'vitest'
import {
  newClientId,
  newClientSecret,
  newCode,
  newImportJobId,
  newPoolId,
  newTemporaryPassword,
  newToken,
  newUuid,
  uuidOf,
} from './identifiers.ts'
import { brokenRule } from './password-policy.ts'
import type { Random } from './srp.ts'

/** Random bytes that are known: these, one after another, and then from the beginning again. */
function known(...bytes: readonly number[]): Random {
  let taken = 0
  return (size) => Buffer.from(Array.from({ length: size }, () => bytes[taken++ % bytes.length] ?? 0))
}

/** Every byte once, from `first` on. */
const from = (first: number) => known(...Array.from({ length: 256 }, (_, index) => (first + index) % 256))

const digits = '0123456789'
const lowerCase = 'abcdefghijklmnopqrstuvwxyz'

test.each([
  ['a user pool', newPoolId('ap-northeast-1', from(0)), 'ap-northeast-1_012345678'],
  ['a user pool', newPoolId('eu-west-1', from(53)), 'eu-west-1_RSTUVWXYZ'],
  ['an app client', newClientId(from(10)), lowerCase],
  ['a client secret', newClientSecret(from(0)), `${digits}${lowerCase}${digits}${lowerCase}`.slice(0, 51)],
  ['an import job', newImportJobId(from(30)), 'import-uvwxyzABCD'],
  ['a code', newCode(from(4)), '456789'],
  ['a code of eight digits', newCode(from(4), 8), '45678901'],
  ['a temporary password', newTemporaryPassword(6, from(0)), '01234567Aa1!'],
  ['a temporary password', newTemporaryPassword(16, from(0)), '0123456789abAa1!'],
])('%s is made of random bytes: %s', (_, made, expected) => {
  expect(made).toBe(expected)
})

test('no digit of a code is likelier than another: bytes that would favour some are not taken', () => {
  expect(newCode(known(250, 249, 8, 7))).toBe('987987')
})

test('a temporary password keeps the strictest policy', () => {
  const strictest = {
    RequireUppercase: true,
    RequireLowercase: true,
    RequireNumbers: true,
    RequireSymbols: true,
  }
  for (const MinimumLength of [6, 12, 16]) {
    const password = newTemporaryPassword(MinimumLength, known(0))
    expect(brokenRule(password, { MinimumLength, ...strictest })).toBeUndefined()
  }
})

test('a token begins with a letter, so that a command line does not take it for an option', () => {
  for (let byte = 0; byte < 256; byte += 1) {
    expect(newToken(32, (length) => Buffer.alloc(length, byte))).toMatch(/^[A-Za-z][\w-]{42}$/)
  }
})

test('a token is the random bytes but for one bit, and leaves the bytes alone', () => {
  const bytes = Buffer.alloc(32, 0xff)
  expect(
    Buffer.from(
      newToken(32, () => bytes),
      'base64url',
    ),
  ).toEqual(Buffer.concat([Buffer.of(0x7f), Buffer.alloc(31, 0xff)]))
  expect(bytes).toEqual(Buffer.alloc(32, 0xff))
})

test.each([
  [0x00, '00000000-0000-4000-8000-000000000000'],
  [0xff, 'ffffffff-ffff-4fff-bfff-ffffffffffff'],
])('a UUID of bytes %i is %s: version 4', (byte, uuid) => {
  expect(newUuid(known(byte))).toBe(uuid)
  expect(uuidOf(Buffer.alloc(32, byte))).toBe(uuid)
})

test('a UUID shows its bytes in their order', () => {
  expect(newUuid(from(0x10))).toBe('10111213-1415-4617-9819-1a1b1c1d1e1f')
})
