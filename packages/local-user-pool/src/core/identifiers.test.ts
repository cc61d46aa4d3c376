import { expect, test } from 'vitest'
import { newToken } from './identifiers.ts'

test('a token begins with a letter, so that a command line does not take it for an option', () => {
  for (let byte = 0; byte < 256; byte += 1) {
    expect(newToken(32, (length) => Buffer.alloc(length, byte))).toMatch(/^[A-Za-z][\w-]{42}$/)
  }
})
