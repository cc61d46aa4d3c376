import { authFactors } from './get-user-auth-factors.ts'
import { operation } from './operation.ts'

/** By what a user may sign in, and which second factors are on. */
export const AdminGetUserAuthFactors = operation('AdminGetUserAuthFactors', (input, context) => {
  const pool = context.pools.get(input.UserPoolId)
  return authFactors(context, pool, context.users.get(pool, input.Username))
})
