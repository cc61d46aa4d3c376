import { storedOnly } from './operation.ts'

/** A style of managed login. The values that Cognito would fill in are not known here. */
export const DescribeManagedLoginBranding = storedOnly(
  'DescribeManagedLoginBranding',
  ({ UserPoolId, ManagedLoginBrandingId }, { pools, brandings }) => ({
    ManagedLoginBranding: brandings.get(pools.get(UserPoolId), ManagedLoginBrandingId),
  }),
)
