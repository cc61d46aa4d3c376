import { expect, test } from 'vitest'
import { readConfiguration } from './configuration.ts'

const complete = {
  COGNITO_USER_POOL_ID: 'ap-northeast-1_AbCdEfGhI',
  COGNITO_CLIENT_ID: '6h89qn2bfglbmvfebq9aaknqk0',
  ALLOWED_ORIGIN: 'https://app.example.com',
}

const read = (changes: Record<string, string | undefined> = {}) =>
  readConfiguration({ ...complete, ...changes })

test('without an issuer the pool is at Amazon Cognito, in the region that its id begins with', () => {
  expect(read()).toEqual({
    userPoolId: 'ap-northeast-1_AbCdEfGhI',
    clientId: '6h89qn2bfglbmvfebq9aaknqk0',
    allowedOrigin: 'https://app.example.com',
    issuer: 'https://cognito-idp.ap-northeast-1.amazonaws.com/ap-northeast-1_AbCdEfGhI',
  })
})

test.each([
  'http://localhost:9339/ap-northeast-1_AbCdEfGhI',
  'http://127.0.0.1:9339/ap-northeast-1_AbCdEfGhI',
  'http://127.10.20.30:9339/ap-northeast-1_AbCdEfGhI',
  'http://[::1]:9339/ap-northeast-1_AbCdEfGhI',
  'https://issuer-cognito-idp.ap-northeast-1.amazonaws.com/ap-northeast-1_AbCdEfGhI',
])('the issuer may be %s', (issuer) => {
  expect(read({ COGNITO_ISSUER: issuer }).issuer).toBe(issuer)
})

test.each([
  ['COGNITO_USER_POOL_ID', 'the id of the user pool'],
  ['COGNITO_CLIENT_ID', 'the id of the app client'],
  ['ALLOWED_ORIGIN', 'the origin of the page that calls this API'],
])('%s that is missing or empty is named', (name, meaning) => {
  const error = { name: 'ConfigurationError', message: `${name} is not set. Set it to ${meaning}.` }
  expect(() => read({ [name]: undefined })).toThrow(expect.objectContaining(error))
  expect(() => read({ [name]: '' })).toThrow(expect.objectContaining(error))
})

test.each(['http://localhost:3000', 'https://app.example.com:8443'])('the origin may be %s', (origin) => {
  expect(read({ ALLOWED_ORIGIN: origin }).allowedOrigin).toBe(origin)
})

test.each(['a', 'a_B+9', 'x'.repeat(128)])('the app client may be %s', (clientId) => {
  expect(read({ COGNITO_CLIENT_ID: clientId }).clientId).toBe(clientId)
})

test.each([
  ['COGNITO_USER_POOL_ID', 'AbCdEfGhI'],
  ['COGNITO_USER_POOL_ID', 'ap-northeast-1-AbCdEfGhI'],
  ['COGNITO_USER_POOL_ID', ' ap-northeast-1_AbCdEfGhI'],
  ['COGNITO_CLIENT_ID', '6h89qn2b fglb'],
  ['COGNITO_CLIENT_ID', ' 6h89qn2b'],
  ['COGNITO_CLIENT_ID', '6h89qn2b!'],
  ['COGNITO_CLIENT_ID', 'x'.repeat(129)],
  ['ALLOWED_ORIGIN', '*'],
  ['ALLOWED_ORIGIN', 'null'],
  ['ALLOWED_ORIGIN', 'app.example.com'],
  ['ALLOWED_ORIGIN', 'ftp://app.example.com'],
  ['ALLOWED_ORIGIN', 'https://app.example.com/'],
  ['ALLOWED_ORIGIN', 'https://app.example.com,https://evil.example'],
  ['COGNITO_ISSUER', 'localhost:9339'],
  ['COGNITO_ISSUER', 'http://localhost:9339/ap-northeast-1_OtherPool'],
  ['COGNITO_ISSUER', 'http://localhost:9339/ap-northeast-1_AbCdEfGhI/'],
  ['COGNITO_ISSUER', 'http://localhost:9339/?/ap-northeast-1_AbCdEfGhI'],
  ['COGNITO_ISSUER', 'https://pool.example.com/ap-northeast-1_AbCdEfGhI?a'],
  ['COGNITO_ISSUER', 'https://pool.example.com/ap-northeast-1_AbCdEfGhI#a'],
  ['COGNITO_ISSUER', 'https://user@pool.example.com/ap-northeast-1_AbCdEfGhI'],
  ['COGNITO_ISSUER', 'https://:secret@pool.example.com/ap-northeast-1_AbCdEfGhI'],
  ['COGNITO_ISSUER', 'HTTPS://pool.example.com/ap-northeast-1_AbCdEfGhI'],
  ['COGNITO_ISSUER', 'http://pool.example.com/ap-northeast-1_AbCdEfGhI'],
  ['COGNITO_ISSUER', 'http://localhost.example.com/ap-northeast-1_AbCdEfGhI'],
  ['COGNITO_ISSUER', 'http://notlocalhost/ap-northeast-1_AbCdEfGhI'],
  ['COGNITO_ISSUER', 'http://127.0.0.1.example.com/ap-northeast-1_AbCdEfGhI'],
  ['COGNITO_ISSUER', 'http://128.0.0.1/ap-northeast-1_AbCdEfGhI'],
  ['COGNITO_ISSUER', 'ftp://localhost/ap-northeast-1_AbCdEfGhI'],
])('%s "%s" is refused by name', (name, value) => {
  expect(() => read({ [name]: value })).toThrow(`${name} is "${value}"`)
})
