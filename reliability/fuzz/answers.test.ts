import { describe, expect, test } from 'vitest'
import { wrongAnyway, wrongOfEndpoint, wrongOfOperation } from './answers.ts'

const answer = (status: number, text: string, headers: Record<string, string> = {}) => ({
  status,
  text,
  headers: new Headers(headers),
})
const refusal = (type: string, more: object = {}) =>
  answer(400, JSON.stringify({ __type: type, message: 'a', ...more }), { 'x-amzn-errortype': `${type}:` })

test.each([
  ['an error of the server', answer(500, '')],
  ['a stack', answer(400, 'Error: a\n    at b (file:///c.js:1:2)')],
  ['what the database says', answer(400, 'UNIQUE constraint failed: users.name')],
])('%s is wrong whatever was asked', (_, given) => {
  expect([...wrongAnyway(given)]).not.toEqual([])
})

describe('an operation', () => {
  test('may refuse by what its model declares, and by what the protocol knows', () => {
    for (const type of ['NotAuthorizedException', 'SerializationException']) {
      expect([...wrongOfOperation('GetUser', refusal(type))]).toEqual([])
    }
  })

  test.each([
    ['in another shape', refusal('NotAuthorizedException', { stack: 'a' })],
    ['by an exception that it does not declare', refusal('GroupExistsException')],
    ['by what is no JSON', answer(400, 'no')],
    ['without its header', answer(400, JSON.stringify({ __type: 'NotAuthorizedException', message: 'a' }))],
  ])('may not refuse %s', (_, given) => {
    expect([...wrongOfOperation('GetUser', given)]).not.toEqual([])
  })

  test('may answer what its model says, and no more', () => {
    const output = { Username: 'a', UserAttributes: [] }
    expect([...wrongOfOperation('GetUser', answer(200, JSON.stringify(output)))]).toEqual([])
    expect([
      ...wrongOfOperation('GetUser', answer(200, JSON.stringify({ ...output, Password: 'a' }))),
    ]).not.toEqual([])
  })
})

describe('an endpoint', () => {
  test('that clients ask refuses by a code and a description', () => {
    const refused = (body: object) => [...wrongOfEndpoint('/oauth2/token', answer(400, JSON.stringify(body)))]
    expect(refused({ error: 'invalid_grant', error_description: 'No.' })).toEqual([])
    expect(refused({ error: 'Invalid grant' })).not.toEqual([])
    expect(refused({ error: 'invalid_grant', error_description: '"玄関"' })).not.toEqual([])
  })

  test('that people see refuses by a page', () => {
    const html = { 'content-type': 'text/html; charset=UTF-8' }
    expect([...wrongOfEndpoint('/login', answer(403, '<!doctype html><p>No.', html))]).toEqual([])
    expect([...wrongOfEndpoint('/login', answer(400, 'No.'))]).not.toEqual([])
  })
})
