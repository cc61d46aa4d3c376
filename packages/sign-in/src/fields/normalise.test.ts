import { describe, expect, test } from 'vitest'
import { email, maskedEmail } from './email'
import { oneTimeCode } from './one-time-code'
import { currentPassword, hasFullWidth, newPassword } from './password'
import { passwordFormatOf } from './password-policy'
import { textAttribute } from './text-attribute'

const format = passwordFormatOf({ userPoolId: '', userPoolClientId: '' })

describe('an e-mail address', () => {
  test.each([
    ['ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ', 'taro@example.jp'],
    ['taro＠example.jp', 'taro@example.jp'],
    ['Taro@Example.JP', 'taro@example.jp'],
    [' taro@example.jp\u3000', 'taro@example.jp'],
    ['taro@example。jp', 'taro@example.jp'],
    ['taroーyamada@exa−mple.jp', 'taro-yamada@exa-mple.jp'],
    ['taro\u200b@example.jp', 'taro@example.jp'],
    ['taro+genkan@example.jp', 'taro+genkan@example.jp'],
  ])('typed as %j is %j', (typed, meant) => {
    expect(email.normalise(typed)).toBe(meant)
    expect(email.check(meant, format)).toBeUndefined()
  })

  test.each(['taro', 'taro@', '@example.jp', 'taro@example', 'taro@@example.jp', 'taro@example.'])(
    '%j is not one',
    (value) => expect(email.check(value, format)).toBe('emailMalformed'),
  )

  test('is masked as Cognito masks it', () => {
    expect(maskedEmail('taro@example.jp')).toBe('t***@e***')
  })
})

describe('a code', () => {
  test.each([
    ['１２３４５６', '123456'],
    ['１２３　４５６', '123456'],
    ['123-456', '123456'],
    ['123ー456', '123456'],
    [' 123 456\n', '123456'],
    ['012345', '012345'],
  ])('typed as %j is %j', (typed, meant) => {
    expect(oneTimeCode.normalise(typed)).toBe(meant)
    expect(oneTimeCode.check(meant, format)).toBeUndefined()
  })

  test.each(['abcdef', '1e5'])('%j is not one', (value) => {
    expect(oneTimeCode.check(value, format)).toBe('codeMalformed')
  })
})

describe('a password', () => {
  test.each([' ｐａｓｓ　word ', 'Ａ１', 'パスワード', 'é', '½', 'a\u200bb'])(
    '%j stays as it is',
    (typed) => {
      expect(currentPassword.normalise(typed)).toBe(typed)
      expect(newPassword.normalise(typed)).toBe(typed)
    },
  )

  test.each(['Ａ', '！', '　', 'あ', '漢'])('with %j in it is noticed to be full-width', (character) => {
    expect(hasFullWidth(`abc${character}`)).toBe(true)
  })

  test.each(['abc!', 'é', 'ｱ'])('with %j in it is not', (value) => expect(hasFullWidth(value)).toBe(false))

  test('that somebody has is sent whatever its form', () => {
    expect(currentPassword.check('x', format)).toBeUndefined()
  })

  test('that somebody chooses must meet the policy', () => {
    expect(newPassword.check('abc', format)).toBe('policyUnmet')
    expect(newPassword.check('Abcdef-1', format)).toBeUndefined()
  })
})

describe('an attribute', () => {
  test('keeps the spaces between the parts of a name', () => {
    expect(textAttribute('name').normalise(' 山田　花子 ')).toBe('山田　花子')
  })

  test('that is a phone number is brought to E.164', () => {
    const phone = textAttribute('phone_number')
    expect(phone.normalise('＋８１（９０）１２３４−５６７８')).toBe('+819012345678')
    expect(phone.check('+819012345678', format)).toBeUndefined()
    expect(phone.check('09012345678', format)).toBe('phoneMalformed')
  })

  test('tells the browser what it is', () => {
    expect(textAttribute('family_name').input.autoComplete).toBe('family-name')
    expect(textAttribute('custom:rank').input.autoComplete).toBeUndefined()
  })
})
