import { operation } from './operation.ts'

/** Ends a user's membership of a group. */
export const AdminRemoveUserFromGroup = operation(
  'AdminRemoveUserFromGroup',
  (input, { pools, users, groups }) => {
    const pool = pools.get(input.UserPoolId)
    groups.get(pool, input.GroupName)
    groups.remove(users.get(pool, input.Username), input.GroupName)
    return {}
  },
)
