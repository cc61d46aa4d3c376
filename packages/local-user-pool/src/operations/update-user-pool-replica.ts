import { storedOnly } from './operation.ts'

/** Activates or deactivates a replica. */
export const UpdateUserPoolReplica = storedOnly(
  'UpdateUserPoolReplica',
  ({ UserPoolId, RegionName, Status }, { pools, replicas }) => {
    const pool = pools.get(UserPoolId)
    const replica = replicas.get(pool, RegionName)
    return { UserPoolReplica: replicas.put(pool, RegionName, { ...replica, Status }) }
  },
)
