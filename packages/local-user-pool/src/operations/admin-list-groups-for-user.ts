import { operation } from './operation.ts'
import { page } from './page.ts'

/** The groups that a user is in, a page at a time. */
export const AdminListGroupsForUser = operation(
  'AdminListGroupsForUser',
  (input, { pools, users, groups }) => {
    const user = users.get(pools.get(input.UserPoolId), input.Username)
    const { items, next } = page(
      input.NextToken,
      input.Limit,
      (after, limit) => groups.ofUser(user, after, limit),
      ({ GroupName = '' }) => GroupName,
    )
    return { Groups: items, NextToken: next }
  },
)
