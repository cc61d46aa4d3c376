import { expect, test } from 'vitest'
import { brokenRule } from './password-policy.ts'

const everything = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
}

test.each([
  ['Aa1!', 'Password not long enough'],
  ['aaaaaa1!', 'Password must have uppercase characters'],
  ['AAAAAA1!', 'Password must have lowercase characters'],
  ['AAAAaaa!', 'Password must have numeric characters'],
  ['AAAAaaa1', 'Password must have symbol characters'],
  ['Ａａａａａａ１！', 'Password must have uppercase characters'],
])('%s breaks the policy: %s', (password, rule) => {
  expect(brokenRule(password, everything)).toBe(rule)
})

test.each(['AAAAaa1!', 'Correct horse 9', 'Genkan-2026'])('%s keeps it', (password) => {
  expect(brokenRule(password, everything)).toBeUndefined()
})

test('only length counts where nothing else is asked', () => {
  expect(brokenRule('長いパスワードです', { MinimumLength: 8 })).toBeUndefined()
  expect(brokenRule('短い', { MinimumLength: 8 })).toBe('Password not long enough')
})

test.each([...'^$*.[]{}()?-"!@#%&/\\,><\':;|_~`+='])('%s is a symbol', (symbol) => {
  expect(brokenRule(`AAAAaa1${symbol}`, everything)).toBeUndefined()
})

test('a space is a symbol where it is neither first nor last', () => {
  expect(brokenRule('AAAA aa1', everything)).toBeUndefined()
  expect(brokenRule(' AAAAaa1', everything)).toBe('Password must have symbol characters')
  expect(brokenRule('AAAAaa1 ', everything)).toBe('Password must have symbol characters')
})

test('six characters are the least where the policy names no number', () => {
  expect(brokenRule('short', {})).toBe('Password not long enough')
  expect(brokenRule('longer', {})).toBeUndefined()
})
