import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { customHttp } from './amplify.ts'
import { headersOf } from './headers.ts'

test('customHttp.yml is what the one source of headers says; `npm run generate` writes it', () => {
  expect(readFileSync(join(import.meta.dirname, '../../customHttp.yml'), 'utf8')).toBe(customHttp())
})

test('a file gets the same headers from Amplify Hosting as from everywhere', () => {
  const [all, immutable] = parse(customHttp()).customHeaders.map(
    ({ headers }: { headers: { key: string; value: string }[] }) =>
      Object.fromEntries(headers.map(({ key, value }) => [key, value])),
  )
  expect(all).toEqual(headersOf('/'))
  expect({ ...all, ...immutable }).toEqual(headersOf('/_next/static/chunks/a.js'))
})

test('amplify.yml publishes the folder of the export', () => {
  const { frontend } = parse(readFileSync(join(import.meta.dirname, '../../amplify.yml'), 'utf8'))
  expect(frontend.artifacts.baseDirectory).toBe('web/out')
})
