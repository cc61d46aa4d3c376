import { checkHistory, checkPolicy, newPassword, newTemporary } from '../domain/passwords.ts'
import { operation } from './operation.ts'

/** Sets a user's password: for good, which confirms the user, or until they choose one of their own. */
export const AdminSetUserPassword = operation('AdminSetUserPassword', (input, { world, pools, users }) => {
  const pool = pools.get(input.UserPoolId)
  const user = users.get(pool, input.Username)
  checkPolicy(pool, input.Password)
  checkHistory(pool, user, input.Password)
  const change = input.Permanent
    ? { ...newPassword(world, user, input.Password), status: 'CONFIRMED' as const }
    : newTemporary(world, pool, user, input.Password)
  users.change(pool, user, change)
  return {}
})
