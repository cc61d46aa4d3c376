import { operation } from './operation.ts'

/** An identity provider, by its name. */
export const DescribeIdentityProvider = operation(
  'DescribeIdentityProvider',
  ({ UserPoolId, ProviderName }, { pools, identityProviders }) => ({
    IdentityProvider: identityProviders.get(pools.get(UserPoolId), ProviderName),
  }),
)
