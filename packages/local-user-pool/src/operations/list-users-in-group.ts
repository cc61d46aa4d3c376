import { userType } from '../domain/users.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

/** The members of a group, a page at a time. */
export const ListUsersInGroup = operation('ListUsersInGroup', (input, { pools, users, groups }) => {
  const pool = pools.get(input.UserPoolId)
  groups.get(pool, input.GroupName)
  const { items, next } = page(
    input.NextToken,
    input.Limit,
    (after, limit) => groups.members(pool, input.GroupName, after, limit),
    (username) => username,
  )
  return { Users: items.map((username) => userType(users.get(pool, username))), NextToken: next }
})
