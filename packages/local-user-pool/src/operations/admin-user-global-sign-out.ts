import { operation } from './operation.ts'

/** Ends every session of a user. */
export const AdminUserGlobalSignOut = operation(
  'AdminUserGlobalSignOut',
  ({ UserPoolId, Username }, { pools, users, tokens }) => {
    tokens.revokeAllOf(users.get(pools.get(UserPoolId), Username))
    return {}
  },
)
