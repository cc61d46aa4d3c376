import { noSuchDomain } from './delete-user-pool-domain.ts'
import { storedOnly } from './operation.ts'

/** Changes what is given of a user pool's domain. */
export const UpdateUserPoolDomain = storedOnly('UpdateUserPoolDomain', (input, { pools, domains }) => {
  const pool = pools.get(input.UserPoolId)
  const domain = domains.find(pool, input.Domain)
  if (!domain) throw noSuchDomain()
  const { ManagedLoginVersion, Routing } = domains.put(pool, input.Domain, { ...domain, ...input })
  return { ManagedLoginVersion, Routing }
})
