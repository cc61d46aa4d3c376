import { mfaSettings, userType } from '../domain/users.ts'
import { operation } from './operation.ts'

/** Everything about a user. */
export const AdminGetUser = operation('AdminGetUser', ({ UserPoolId, Username }, { pools, users }) => {
  const pool = pools.get(UserPoolId)
  const user = users.get(pool, Username)
  const { Attributes, ...rest } = userType(user)
  return { ...rest, Username: rest.Username ?? Username, UserAttributes: Attributes, ...mfaSettings(user) }
})
