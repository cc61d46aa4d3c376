import { described } from '../domain/user-pools.ts'
import { operation } from './operation.ts'

/** The settings of a user pool, and about how many users it has. */
export const DescribeUserPool = operation('DescribeUserPool', ({ UserPoolId }, { pools, users }) => {
  const pool = pools.get(UserPoolId)
  return { UserPool: { ...described(pool), EstimatedNumberOfUsers: users.count(pool) } }
})
