import { operation } from './operation.ts'
import { preferring } from './set-user-mfa-preference.ts'

/** Which second factors a user is asked for, and which one first. */
export const AdminSetUserMFAPreference = operation('AdminSetUserMFAPreference', (input, { pools, users }) => {
  const pool = pools.get(input.UserPoolId)
  users.change(pool, users.get(pool, input.Username), preferring(input))
  return {}
})
