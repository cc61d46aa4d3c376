import { wholePool } from '../domain/collections.ts'
import { storedOnly } from './operation.ts'

/** Logo and style of the classic hosted UI. */
// documented: a client without a UI customization has the pool's; where there is none either, the answer is empty.
export const GetUICustomization = storedOnly(
  'GetUICustomization',
  ({ UserPoolId, ClientId = wholePool }, { pools, clients, uiCustomizations }) => {
    const pool = pools.get(UserPoolId)
    if (ClientId !== wholePool) clients.ofPool(pool.Id, ClientId)
    return {
      UICustomization: uiCustomizations.find(pool, ClientId) ?? uiCustomizations.find(pool, wholePool) ?? {},
    }
  },
)
