import { primaryOf, replicaIn } from '../domain/replicas.ts'
import { invalidParameter } from '../protocol/exceptions.ts'
import { storedOnly } from './operation.ts'

/** Notes that a user pool has a replica in another region. There is but one place here. */
export const CreateUserPoolReplica = storedOnly('CreateUserPoolReplica', (input, { pools, replicas }) => {
  const pool = pools.get(input.UserPoolId)
  const { RegionName } = input
  if (RegionName === primaryOf(pool).RegionName || replicas.find(pool, RegionName)) {
    // assumed: the words. documented: a replica is made first, and then waits to be activated.
    throw invalidParameter(`The user pool is in ${RegionName} already.`)
  }
  const replica = replicas.put(pool, RegionName, replicaIn(pool, RegionName, 'INACTIVE'))
  return { UserPoolReplica: { ...replica, Status: 'CREATING' } }
})
