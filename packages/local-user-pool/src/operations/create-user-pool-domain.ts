import { invalidParameter } from '../protocol/exceptions.ts'
import { storedOnly } from './operation.ts'

/** Gives a user pool the domain of its sign-in pages. It has none here, so that nothing is to be found there. */
export const CreateUserPoolDomain = storedOnly('CreateUserPoolDomain', (input, { pools, domains }) => {
  const pool = pools.get(input.UserPoolId)
  // observed: the words of both, in public issues.
  if (domains.findAnywhere(input.Domain)) {
    throw invalidParameter('Domain already associated with another user pool.')
  }
  if (domains.list(pool).length > 0) throw invalidParameter('User pool already has a domain configured.')
  // documented: ManagedLoginVersion 1 is the classic hosted UI, 2 is managed login. assumed: the former is the default.
  const { ManagedLoginVersion = 1, Routing } = input
  domains.put(pool, input.Domain, {
    ...input,
    ManagedLoginVersion,
    AWSAccountId: '000000000000',
    Status: 'ACTIVE',
  })
  return { ManagedLoginVersion, Routing }
})
