import { described } from '../domain/user-pools.ts'
import { operation } from './operation.ts'

/** The settings of a user pool, its domain, and about how many users it has. */
export const DescribeUserPool = operation('DescribeUserPool', ({ UserPoolId }, { pools, users, domains }) => {
  const pool = pools.get(UserPoolId)
  const [domain] = domains.list(pool)
  return {
    UserPool: {
      ...described(pool),
      ...(domain && { [domain.CustomDomainConfig ? 'CustomDomain' : 'Domain']: domain.Domain }),
      EstimatedNumberOfUsers: users.count(pool),
    },
  }
})
