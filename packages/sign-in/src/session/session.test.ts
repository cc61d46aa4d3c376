import { expect, test } from 'vitest'
import { sessionOf } from './session'

function jwt(payload: Record<string, string | number>) {
  return { payload, toString: () => 'jwt' }
}

test('what Amplify resolves when nobody is signed in is no session', () => {
  expect(sessionOf({}, 0)).toBeUndefined()
})

test('an access token without an ID token is no session', () => {
  expect(sessionOf({ tokens: { accessToken: jwt({}) } }, 0)).toBeUndefined()
})

test('calls the user by the e-mail address, else by the user name', () => {
  const accessToken = jwt({})
  const named = { sub: '1', email: 'a@example.com', 'cognito:username': 'a' }
  expect(sessionOf({ tokens: { accessToken, idToken: jwt(named) } }, 0)?.username).toBe('a@example.com')
  const nameless = { sub: '1', 'cognito:username': 'a' }
  expect(sessionOf({ tokens: { accessToken, idToken: jwt(nameless) } }, 0)?.username).toBe('a')
})

test('ends with the first of its tokens, by the clock of the device', () => {
  const tokens = { accessToken: jwt({ exp: 1000 }), idToken: jwt({ exp: 2000 }) }
  expect(sessionOf({ tokens }, 0)?.expiresAt).toBe(1_000_000)
  expect(sessionOf({ tokens }, 60_000)?.expiresAt).toBe(940_000)
})
