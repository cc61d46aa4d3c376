import { operation } from './operation.ts'
import { page } from './page.ts'

/** The user pools, a page at a time. */
export const ListUserPools = operation('ListUserPools', ({ MaxResults, NextToken }, { pools }) => {
  const { items, next } = page(
    NextToken,
    MaxResults,
    (after, limit) => pools.list(after, limit),
    ({ Id }) => Id,
  )
  return {
    UserPools: items.map(({ Id, Name, LambdaConfig, Status, LastModifiedDate, CreationDate }) => ({
      Id,
      Name,
      LambdaConfig,
      Status,
      LastModifiedDate,
      CreationDate,
    })),
    NextToken: next,
  }
})
