import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { model } from '../src/protocol/model.ts'
import { typesOf } from './types.ts'

test('the committed types are what the model of the API says (else run `npm run generate`)', () => {
  const committed = readFileSync(new URL('../src/protocol/types.generated.ts', import.meta.url), 'utf8')
  expect(typesOf(model)).toBe(committed)
})
