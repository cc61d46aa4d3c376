import { checkConfirmed, checkNeedsNoReset } from '../domain/users.ts'
import { operation } from './operation.ts'
import { preferring } from './set-user-mfa-preference.ts'

/** Which second factors a user is asked for, and which one first. */
export const AdminSetUserMFAPreference = operation('AdminSetUserMFAPreference', (input, { pools, users }) => {
  const pool = pools.get(input.UserPoolId)
  const user = users.get(pool, input.Username)
  // assumed: whom the exceptions that the model declares are about.
  checkConfirmed(user)
  checkNeedsNoReset(user)
  users.change(pool, user, preferring(input))
  return {}
})
