import { operation } from './operation.ts'

/** Makes a user a member of a group; tokens issued from now on say so. */
export const AdminAddUserToGroup = operation('AdminAddUserToGroup', (input, { pools, users, groups }) => {
  const pool = pools.get(input.UserPoolId)
  groups.get(pool, input.GroupName)
  groups.add(users.get(pool, input.Username), input.GroupName)
  return {}
})
