import { operation } from './operation.ts'

/** Keeps a user from signing in, and ends the sessions they have. */
export const AdminDisableUser = operation(
  'AdminDisableUser',
  ({ UserPoolId, Username }, { pools, users, tokens }) => {
    const pool = pools.get(UserPoolId)
    tokens.revokeAllOf(users.change(pool, users.get(pool, Username), { enabled: false }))
    return {}
  },
)
