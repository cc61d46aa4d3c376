import { describe, expect, test } from 'vitest'
import { passwordFormatOf, rulesOf, unmetRules } from './password-policy'

const pool = { userPoolId: '', userPoolClientId: '' }
const format = passwordFormatOf(pool)

describe('the checklist', () => {
  test('is that of Cognito where the configuration says nothing', () => {
    expect(rulesOf(format)).toEqual([
      'minLength',
      'requireLowercase',
      'requireUppercase',
      'requireNumbers',
      'requireSpecialCharacters',
    ])
    expect(format.minLength).toBe(8)
  })

  test('shows only the rules that the pool has', () => {
    const own = {
      minLength: 12,
      requireNumbers: false,
      requireSpecialCharacters: false,
      requireUppercase: false,
    }
    expect(rulesOf(passwordFormatOf({ ...pool, passwordFormat: own }))).toEqual([
      'minLength',
      'requireLowercase',
    ])
  })

  test('is all unmet before anything is typed', () => {
    expect(unmetRules('', format)).toEqual(rulesOf(format))
  })

  test.each([
    ['abcdefgh', ['requireUppercase', 'requireNumbers', 'requireSpecialCharacters']],
    ['Abcdefg1', ['requireSpecialCharacters']],
    ['Abc-1', ['minLength']],
    ['ABCDEF-1', ['requireLowercase']],
    ['Abcdef-1', []],
    // Only ASCII letters and digits count.
    [
      'Ａｂｃｄｅｆ－１',
      ['requireLowercase', 'requireUppercase', 'requireNumbers', 'requireSpecialCharacters'],
    ],
  ])('%j lacks %j', (password, lacking) => expect(unmetRules(password, format)).toEqual(lacking))

  test.each([...'^$*.[]{}()?-"!@#%&/\\,><\':;|_~`+='])('takes %s for a symbol', (symbol) => {
    expect(unmetRules(`Abcdefg1${symbol}`, format)).toEqual([])
  })

  test('takes a space for a symbol inside a password, not at its ends', () => {
    expect(unmetRules('Abcd efg1', format)).toEqual([])
    expect(unmetRules(' Abcdefg1', format)).toEqual(['requireSpecialCharacters'])
    expect(unmetRules('Abcdefg1 ', format)).toEqual(['requireSpecialCharacters'])
  })

  test.each(['§', '€', '！'])('does not take %s for a symbol', (other) => {
    expect(unmetRules(`Abcdefg1${other}`, format)).toEqual(['requireSpecialCharacters'])
  })
})
