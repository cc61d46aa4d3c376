import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './run.ts'

/** The pages that say of each item of a standard what shows that it is met. */
const pages = ['docs/security.md', 'docs/accessibility.md']

/** `[the name of a test](../path/of-it.test.ts)`, as they quote it. */
const quotation = /\[([^\]]+)\]\(([^)]+\.(?:test|journey)\.ts)\)/g

const claims = pages.flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(quotation)].map(([, name = '', file = '']) => ({
    page,
    name,
    file: join(dirname(page), file),
  })),
)

test('a test that a page quotes is there by that name', () => {
  expect(claims.length).toBeGreaterThan(50)
  const unfounded = claims.filter(({ name, file }) => !readFileSync(join(root, file), 'utf8').includes(name))
  expect(unfounded).toEqual([])
})
