import { expect, test } from 'vitest'
import { refusalIn } from './call-api'

test('a refusal is read from the body', () => {
  const body = { error: 'token_expired', message: 'The token has expired.' }
  expect(refusalIn(body, null)).toEqual({ error: 'token_expired', message: 'The token has expired.' })
})

test('a refusal is read from WWW-Authenticate where the body says nothing', () => {
  const header = 'Bearer realm="api", error="invalid_token", error_description="The token has expired"'
  expect(refusalIn(undefined, header)).toEqual({ error: 'invalid_token', message: 'The token has expired' })
})

test('a refusal may say nothing at all', () => {
  expect(refusalIn('Unauthorized', null)).toEqual({ error: '', message: '' })
})
