import { operation } from './operation.ts'

/** Deletes a user with everything that is theirs. */
export const AdminDeleteUser = operation('AdminDeleteUser', ({ UserPoolId, Username }, { pools, users }) => {
  users.delete(users.get(pools.get(UserPoolId), Username))
  return {}
})
