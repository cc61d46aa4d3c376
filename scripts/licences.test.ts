import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dependencies } from './dependencies.ts'
import { deployed, licencesPage, refused } from './licences.ts'
import { root } from './run.ts'

test('nothing is deployed or published whose licence asks for more than to be named along', () => {
  expect(refused(deployed(dependencies()))).toEqual([])
})

test('the page of licences is what the lock says (else run `npm run docs`)', () => {
  const page = readFileSync(join(root, 'docs/reference/licences.md'), 'utf8')
  expect(page).toBe(licencesPage(deployed(dependencies())))
})

const under = (licence: string | undefined, name = 'a') => ({
  name,
  version: '1.0.0',
  licence,
  isForDevelopment: false,
  hasInstallScript: false,
  hasHash: true,
})

test.each(['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND Apache-2.0'])('%s is allowed', (licence) => {
  expect(refused([under(licence)])).toEqual([])
})

test.each(['GPL-3.0-only', 'MIT AND GPL-3.0-only', 'SEE LICENSE IN x', '', undefined])(
  '%s is not',
  (licence) => {
    expect(refused([under(licence)])).toHaveLength(1)
  },
)

test('what only development needs may have any', () => {
  expect(deployed([{ ...under('GPL-3.0-only'), isForDevelopment: true }])).toEqual([])
})
