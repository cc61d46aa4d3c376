import { operation } from './operation.ts'
import { asking } from './set-user-settings.ts'

/** The older form of AdminSetUserMFAPreference: turns codes by text message on or off for a user. */
export const AdminSetUserSettings = operation('AdminSetUserSettings', (input, { pools, users }) => {
  const pool = pools.get(input.UserPoolId)
  users.change(pool, users.get(pool, input.Username), asking(input.MFAOptions))
  return {}
})
