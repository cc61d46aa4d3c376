import { operation } from './operation.ts'

/** Lets a user sign in again. */
export const AdminEnableUser = operation('AdminEnableUser', ({ UserPoolId, Username }, { pools, users }) => {
  const pool = pools.get(UserPoolId)
  users.change(pool, users.get(pool, Username), { enabled: true })
  return {}
})
