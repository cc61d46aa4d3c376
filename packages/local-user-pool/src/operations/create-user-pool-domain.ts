import { createDomain } from '../domain/user-pool-domains.ts'
import { operation } from './operation.ts'

/**
 * Gives a user pool the domain of its OAuth 2.0 endpoints and sign-in pages. Here all of them are at one address,
 * whatever the domain is called.
 */
export const CreateUserPoolDomain = operation('CreateUserPoolDomain', (input, { pools, domains }) => {
  const { ManagedLoginVersion, Routing } = createDomain(domains, pools.get(input.UserPoolId), input)
  return { ManagedLoginVersion, Routing }
})
