import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fidelityPage, operationsPage } from './reference.ts'

const committed = (name: string) =>
  readFileSync(new URL(`../../../docs/reference/${name}`, import.meta.url), 'utf8')

test('the page of operations is what the index says (else run `npm run docs`)', async () => {
  expect(await operationsPage()).toBe(committed('operations.md'))
})

test('the page of fidelity is what the marks in the source say (else run `npm run docs`)', () => {
  expect(fidelityPage()).toBe(committed('fidelity.md'))
})
