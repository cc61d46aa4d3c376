import { operation } from './operation.ts'
import { newestFirst } from './page.ts'

const longest = 50

/** The import jobs of a user pool, the latest first, a page at a time. */
export const ListUserImportJobs = operation('ListUserImportJobs', (input, { pools, importJobs }) => {
  const pool = pools.get(input.UserPoolId)
  const { items, next } = newestFirst(
    input.PaginationToken,
    Math.min(input.MaxResults, longest),
    (before, limit) => importJobs.list(pool, before, limit),
  )
  return { UserImportJobs: items.map(({ job }) => job), PaginationToken: next }
})
