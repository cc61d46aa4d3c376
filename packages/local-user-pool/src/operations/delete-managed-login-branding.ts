import { storedOnly } from './operation.ts'

/** Deletes a style of managed login. */
export const DeleteManagedLoginBranding = storedOnly(
  'DeleteManagedLoginBranding',
  ({ UserPoolId, ManagedLoginBrandingId }, { pools, brandings }) => {
    brandings.delete(pools.get(UserPoolId), ManagedLoginBrandingId)
    return {}
  },
)
