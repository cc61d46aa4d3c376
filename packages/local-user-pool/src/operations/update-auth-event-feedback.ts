import { checkThreatProtection } from '../domain/auth-events.ts'
import { notAuthorized } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/**
 * Says of one's own sign-in whether it was oneself, by the token of a notification. No risk is ever found here, so
 * nobody is notified, and there is no token that could be accepted.
 */
export const UpdateAuthEventFeedback = operation('UpdateAuthEventFeedback', (input, { pools, users }) => {
  const pool = pools.get(input.UserPoolId)
  checkThreatProtection(pool)
  users.get(pool, input.Username)
  // assumed: the words.
  throw notAuthorized('Invalid feedback token.')
})
