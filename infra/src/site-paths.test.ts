import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

// As CloudFront has it: a script with a function of this name, which knows nothing of Node.
const script = readFileSync(join(import.meta.dirname, 'site-paths.js'), 'utf8')
const fileOf = (uri: string): string =>
  runInNewContext(`${script}; handler({ request: { uri } }).uri`, { uri })

test.each([
  ['/', '/index.html'],
  ['/account', '/account.html'],
  ['/members/area', '/members/area.html'],
  ['/members/', '/members/index.html'],
  ['/icon.svg', '/icon.svg'],
  ['/index.txt', '/index.txt'],
  ['/v1.2/notes', '/v1.2/notes.html'],
  ['/_next/static/chunks/a-1.js', '/_next/static/chunks/a-1.js'],
])('%s is the file %s', (uri, file) => {
  expect(fileOf(uri)).toBe(file)
})
