import { userType } from '../domain/users.ts'
import { operation } from './operation.ts'

/** Everything about a user. */
export const AdminGetUser = operation('AdminGetUser', ({ UserPoolId, Username }, { pools, users }) => {
  const pool = pools.get(UserPoolId)
  const { Attributes, ...rest } = userType(users.get(pool, Username))
  return { ...rest, Username: rest.Username ?? Username, UserAttributes: Attributes }
})
