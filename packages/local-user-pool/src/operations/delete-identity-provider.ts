import { operation } from './operation.ts'

/** Deletes an identity provider; users stay linked to whom they were there. */
export const DeleteIdentityProvider = operation(
  'DeleteIdentityProvider',
  ({ UserPoolId, ProviderName }, { pools, identityProviders }) => {
    identityProviders.delete(pools.get(UserPoolId), ProviderName)
    return {}
  },
)
