import { invalidParameter } from '../protocol/exceptions.ts'
import { storedOnly } from './operation.ts'

/** Deletes a replica that is not active. */
export const DeleteUserPoolReplica = storedOnly(
  'DeleteUserPoolReplica',
  ({ UserPoolId, RegionName }, { pools, replicas }) => {
    const pool = pools.get(UserPoolId)
    const replica = replicas.get(pool, RegionName)
    // documented: an active replica cannot be deleted. assumed: the words.
    if (replica.Status !== 'INACTIVE') throw invalidParameter('Only an inactive replica can be deleted.')
    replicas.delete(pool, RegionName)
    return { UserPoolReplica: { ...replica, Status: 'DELETING' } }
  },
)
