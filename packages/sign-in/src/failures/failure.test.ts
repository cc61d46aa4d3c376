import { expect, test } from 'vitest'
import { failureOf } from './failure'

test('keeps the name, the words and the request id of what Amplify throws', () => {
  const thrown = Object.assign(new Error('Incorrect username or password.'), {
    name: 'NotAuthorizedException',
    metadata: { requestId: '4d1f', httpStatusCode: 400 },
  })
  expect(failureOf(thrown)).toEqual({
    name: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
    requestId: '4d1f',
  })
})

test.each([null, 'text', { requestId: 1 }, {}])(
  'makes nothing of %j where an error has its request id otherwise',
  (metadata) => {
    const thrown = Object.assign(new Error('No.'), { metadata })
    expect(failureOf(thrown)).toStrictEqual({ name: 'Error', message: 'No.' })
  },
)

test.each([
  Object.assign(new Error('Loading chunk 7 failed.'), { name: 'ChunkLoadError' }),
  new TypeError('Failed to fetch dynamically imported module: https://example.com/a.js'),
  new Error('Failed to load chunk /_next/static/chunks/a.js'),
])('takes a file of the page that cannot be fetched for a network failure: %s', (thrown) => {
  expect(failureOf(thrown).name).toBe('NetworkError')
})

test('takes what a browser says of a passkey, and Amplify does not know, for a passkey that came to nothing', () => {
  const unknown = (underlyingError: Error) =>
    Object.assign(new Error('An unknown error has occurred.'), { name: 'Unknown', underlyingError })
  expect(failureOf(unknown(new DOMException('A request is already pending.', 'OperationError'))).name).toBe(
    'PasskeyOperationAborted',
  )
  expect(failureOf(unknown(new TypeError('Failed to fetch'))).name).toBe('Unknown')
  const known = Object.assign(unknown(new DOMException('', 'NotAllowedError')), {
    name: 'PasskeyRegistrationCanceled',
  })
  expect(failureOf(known).name).toBe('PasskeyRegistrationCanceled')
})

test('survives a thrown value that is no error', () => {
  expect(failureOf('oops')).toEqual({ name: 'Unknown', message: 'oops' })
  expect(failureOf(undefined)).toEqual({ name: 'Unknown', message: 'undefined' })
})
