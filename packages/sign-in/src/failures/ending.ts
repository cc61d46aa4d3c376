import type { Notice } from '../machine'
import { causeOf } from './cause'
import type { Failure } from './failure'

/** Exceptions that only somebody who is signed in can meet so, and by which the session is over. */
const endings: readonly string[] = [
  'UserNotFoundException',
  'UserNotConfirmedException',
  'PasswordResetRequiredException',
  'RefreshTokenReuseException',
  'TokenRevokedException',
]

/**
 * What to say of a session that ended by this failure of a call with its tokens; undefined where it goes on.
 *
 * A disabled user is told what a revoked session is: the user's tokens are revoked, too.
 */
// observed: https://github.com/jagregory/cognito-local/issues/381 (a disabled user's refresh is refused as revoked).
export function endingOf(failure: Failure): Notice | undefined {
  if (endings.includes(failure.name)) return 'sessionRevoked'
  if (causeOf(failure) !== 'signedOut' && causeOf(failure) !== 'disabled') return undefined
  return /revoked|disabled/.test(failure.message) ? 'sessionRevoked' : 'sessionExpired'
}
