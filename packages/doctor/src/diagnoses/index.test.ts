import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { diagnoses } from './index.ts'

test('every diagnosis has a file of its name and a line in the index', () => {
  const files = readdirSync(import.meta.dirname).filter((file) => !/^index\.|\.test\.ts$/.test(file))
  const expected = diagnoses.map(({ code }) => `${code.toLowerCase().replaceAll('_', '-')}.ts`)
  expect(files.sort()).toEqual(expected.sort())
})

test('every diagnosis speaks both languages, of the same things', () => {
  for (const { code, example, en, ja } of diagnoses) {
    const [english, japanese] = [en(example), ja(example)]
    expect(english.cause + english.cure, code).not.toMatch(/[ぁ-んァ-ヶ]/)
    expect(japanese.cause, code).toMatch(/[ぁ-ん]/)
    expect(japanese.cure, code).toMatch(/[ぁ-ん]/)
    expect(japanese.console === undefined, code).toBe(english.console === undefined)
  }
})
