import { primaryOf } from '../domain/replicas.ts'
import { storedOnly } from './operation.ts'
import { page } from './page.ts'

/** The regions that a user pool is in, its own among them. */
export const ListUserPoolReplicas = storedOnly('ListUserPoolReplicas', (input, { pools, replicas }) => {
  const pool = pools.get(input.UserPoolId)
  const primary = primaryOf(pool)
  const { items, next } = page(
    input.NextToken,
    undefined,
    (after, limit) =>
      [...(primary.RegionName > after ? [primary] : []), ...replicas.list(pool, after, limit)]
        .sort((one, other) => ((one.RegionName ?? '') < (other.RegionName ?? '') ? -1 : 1))
        .slice(0, limit),
    ({ RegionName = '' }) => RegionName,
  )
  return { UserPoolReplicas: items, NextToken: next }
})
