import { checkThreatProtection } from '../domain/auth-events.ts'
import { operation } from './operation.ts'

/** Says of a sign-in whether it really was the user; that is kept with the event. */
export const AdminUpdateAuthEventFeedback = operation(
  'AdminUpdateAuthEventFeedback',
  (input, { pools, users, authEvents }) => {
    const pool = pools.get(input.UserPoolId)
    checkThreatProtection(pool)
    const user = users.get(pool, input.Username)
    // documented: the provider of an administrator's feedback is "Admin".
    authEvents.giveFeedback(user, input.EventId, input.FeedbackValue, 'Admin')
    return {}
  },
)
