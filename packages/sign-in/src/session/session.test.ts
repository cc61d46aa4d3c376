import { expect, test } from 'vitest'
import { sessionOf } from './session'

function jwt(payload: Record<string, string>) {
  return { payload, toString: () => 'jwt' }
}

test('what Amplify resolves when nobody is signed in is no session', () => {
  expect(sessionOf({})).toBeUndefined()
})

test('an access token without an ID token is no session', () => {
  expect(sessionOf({ tokens: { accessToken: jwt({}) } })).toBeUndefined()
})

test('calls the user by the e-mail address, else by the user name', () => {
  const accessToken = jwt({})
  const named = { sub: '1', email: 'a@example.com', 'cognito:username': 'a' }
  expect(sessionOf({ tokens: { accessToken, idToken: jwt(named) } })?.username).toBe('a@example.com')
  const nameless = { sub: '1', 'cognito:username': 'a' }
  expect(sessionOf({ tokens: { accessToken, idToken: jwt(nameless) } })?.username).toBe('a')
})
