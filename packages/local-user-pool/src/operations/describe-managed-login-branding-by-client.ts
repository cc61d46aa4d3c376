import { resourceNotFound } from '../protocol/exceptions.ts'
import { storedOnly } from './operation.ts'

/** The style of managed login that an app client has. */
export const DescribeManagedLoginBrandingByClient = storedOnly(
  'DescribeManagedLoginBrandingByClient',
  ({ UserPoolId, ClientId }, { pools, clients, brandings }) => {
    const pool = pools.get(UserPoolId)
    const [branding] = brandings.ofClient(pool, clients.ofPool(pool.Id, ClientId))
    // assumed: the words.
    if (!branding) throw resourceNotFound('The client has no managed login branding.')
    return { ManagedLoginBranding: branding }
  },
)
