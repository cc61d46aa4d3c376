import { expect, test } from 'vitest'
import { attributeOf, codeOf, loginOf } from './typed.ts'

test.each([
  ['１２３　４５６', '123456'],
  ['123-456', '123456'],
  ['123ー456', '123456'],
  [' 012345\n', '012345'],
])('the code %j is %j', (typed, meant) => {
  expect(codeOf(typed)).toBe(meant)
})

test.each([
  ['ｔａｒｏ＠ｅｘａｍｐｌｅ。ｊｐ', 'taro@example.jp'],
  [' Taro@example.jp　', 'Taro@example.jp'],
  ['＋８１（９０）１２３４−５６７８', '+819012345678'],
  // A username may be in any script and width.
  [' 花子 ', '花子'],
  ['ｔａｒｏ', 'ｔａｒｏ'],
])('who types %j is %j', (typed, meant) => {
  expect(loginOf(typed)).toBe(meant)
})

test('an attribute keeps the spaces inside of it', () => {
  expect(attributeOf('name', ' 山田　花子 ')).toBe('山田　花子')
})
