import { expect, test } from 'vitest'
import { endingOf } from './ending'

test.each([
  ['NotAuthorizedException', 'Refresh Token has expired', 'sessionExpired'],
  ['NotAuthorizedException', 'Invalid Refresh Token', 'sessionExpired'],
  ['NotAuthorizedException', 'Access Token has expired', 'sessionExpired'],
  ['NotAuthorizedException', 'Refresh Token has been revoked', 'sessionRevoked'],
  ['NotAuthorizedException', 'Access Token has been revoked', 'sessionRevoked'],
  ['NotAuthorizedException', 'User is disabled.', 'sessionRevoked'],
  ['RefreshTokenReuseException', '', 'sessionRevoked'],
  ['TokenRevokedException', '', 'sessionRevoked'],
  ['UserNotFoundException', 'User does not exist.', 'sessionRevoked'],
  ['UserNotConfirmedException', 'User is not confirmed.', 'sessionRevoked'],
  ['PasswordResetRequiredException', 'Password reset required for the user', 'sessionRevoked'],
])('%s: %s ends the session: %s', (name, message, notice) => {
  expect(endingOf({ name, message })).toBe(notice)
})

test.each([
  ['NotAuthorizedException', 'Incorrect username or password.'],
  ['NotAuthorizedException', 'Access Token does not have required scopes'],
  ['TooManyRequestsException', 'Rate exceeded'],
  ['InternalErrorException', ''],
  ['NetworkError', 'A network error has occurred.'],
  ['SyntaxError', 'Unexpected end of JSON input'],
])('%s: %s does not', (name, message) => {
  expect(endingOf({ name, message })).toBeUndefined()
})
