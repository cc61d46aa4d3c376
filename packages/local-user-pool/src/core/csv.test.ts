import { expect, test } from 'vitest'
import { csvRows } from './csv.ts'

test.each([
  ['a,b', [['a', 'b']]],
  [
    'a,b\r\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,,\n\n,,c',
    [
      ['a', '', ''],
      ['', '', 'c'],
    ],
  ],
  ['1-2 Street\\, Tokyo,b', [['1-2 Street, Tokyo', 'b']]],
  ['"a", b ', [['"a"', 'b']]],
  ['', []],
  ['a\n \t\nb', [['a'], ['b']]],
])('%j is read', (text, rows) => {
  expect(csvRows(text)).toEqual(rows)
})
