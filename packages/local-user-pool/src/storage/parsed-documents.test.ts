import { expect, test } from 'vitest'
import { ParsedDocuments } from './parsed-documents.ts'

test('a document is what its text says, also after that has changed, and nobody changes it meanwhile', () => {
  const documents = new ParsedDocuments<{ list: string[] }>()
  const first = documents.of('id', '{"list":["a"]}')
  expect(first).toEqual({ list: ['a'] })
  expect(() => first.list.push('b')).toThrow(TypeError)
  expect(documents.of('id', '{"list":["a"]}')).toBe(first)
  expect(documents.of('id', '{"list":["c"]}')).toEqual({ list: ['c'] })
  expect(documents.of('other', '{"list":["a"]}')).not.toBe(first)
})
