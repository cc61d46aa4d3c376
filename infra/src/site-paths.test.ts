import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

// As CloudFront has it: a script with a function of this name, which knows nothing of Node.
const script = readFileSync(join(import.meta.dirname, 'site-paths.js'), 'utf8')
const answer = (uri: string, querystring: object = {}) =>
  runInNewContext(`${script}; handler({ request: { uri, querystring } })`, { uri, querystring })

test.each([
  ['/', '/index.html'],
  ['/account', '/account.html'],
  ['/members/area', '/members/area.html'],
  ['/icon.svg', '/icon.svg'],
  ['/index.txt', '/index.txt'],
  ['/v1.2/notes', '/v1.2/notes.html'],
  ['/_next/static/chunks/a-1.js', '/_next/static/chunks/a-1.js'],
  ['/.well-known/change-password', '/.well-known/change-password'],
  ['/.well-known/acme-challenge/a-1', '/.well-known/acme-challenge/a-1'],
  ['/.well-known/security.txt', '/.well-known/security.txt'],
])('%s is the file %s', (uri, file) => {
  expect(answer(uri).uri).toBe(file)
})

test.each([
  ['/members/', '/members'],
  ['/members/area//', '/members/area'],
  ['//', '/'],
  ['//evil.example/', '/evil.example'],
  ['/\\evil.example/', '/evil.example'],
])('%s leads to %s, of the same host', (uri, path) => {
  expect(answer(uri)).toEqual({
    statusCode: 308,
    statusDescription: 'Permanent Redirect',
    headers: { location: { value: path } },
  })
  expect(new URL(path, 'https://app.example.com').host).toBe('app.example.com')
})

test('what follows the question mark goes along, as it was written', () => {
  const querystring = {
    code: { value: 'a%26b' },
    tag: { value: '1', multiValue: [{ value: '1' }, { value: '2' }] },
  }
  expect(answer('/members/', querystring).headers.location.value).toBe('/members?code=a%26b&tag=1&tag=2')
})
