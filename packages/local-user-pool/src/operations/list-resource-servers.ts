import { operation } from './operation.ts'
import { page } from './page.ts'

const longest = 50

/** The resource servers of a user pool, a page at a time. */
export const ListResourceServers = operation('ListResourceServers', (input, { pools, resourceServers }) => {
  const pool = pools.get(input.UserPoolId)
  const { items, next } = page(
    input.NextToken,
    input.MaxResults ?? longest,
    (after, limit) => resourceServers.list(pool, after, limit),
    ({ Identifier = '' }) => Identifier,
  )
  return { ResourceServers: items, NextToken: next }
})
