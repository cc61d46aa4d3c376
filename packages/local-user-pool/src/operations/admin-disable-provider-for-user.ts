import { operation } from './operation.ts'

/** Keeps a user from signing in by an identity provider, or by the password. */
export const AdminDisableProviderForUser = operation(
  'AdminDisableProviderForUser',
  ({ UserPoolId, User }, { pools, identities }) => {
    identities.disable(pools.get(UserPoolId), User)
    return {}
  },
)
