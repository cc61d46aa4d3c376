import { operation } from './operation.ts'
import { page } from './page.ts'

/** The groups of a pool, a page at a time. */
export const ListGroups = operation('ListGroups', (input, { pools, groups }) => {
  const pool = pools.get(input.UserPoolId)
  const { items, next } = page(
    input.NextToken,
    input.Limit,
    (after, limit) => groups.list(pool, after, limit),
    ({ GroupName = '' }) => GroupName,
  )
  return { Groups: items, NextToken: next }
})
