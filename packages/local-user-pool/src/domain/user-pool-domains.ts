import { invalidParameter } from '../protocol/exceptions.ts'
import type { CreateUserPoolDomainRequest, DomainDescriptionType } from '../protocol/types.generated.ts'
import type { Collections } from './collections.ts'
import type { UserPool } from './user-pools.ts'

/** Gives a pool its domain, with which it has the OAuth 2.0 endpoints and the managed login pages. */
export function createDomain(
  domains: Collections['domains'],
  pool: UserPool,
  input: CreateUserPoolDomainRequest,
): DomainDescriptionType {
  // observed: the words of both, in public issues.
  if (domains.findAnywhere(input.Domain)) {
    throw invalidParameter('Domain already associated with another user pool.')
  }
  if (domains.list(pool).length > 0) throw invalidParameter('User pool already has a domain configured.')
  // documented: ManagedLoginVersion 1 is the classic hosted UI, 2 is managed login. assumed: the former is the default.
  const { ManagedLoginVersion = 1 } = input
  return domains.put(pool, input.Domain, {
    ...input,
    ManagedLoginVersion,
    AWSAccountId: '000000000000',
    Status: 'ACTIVE',
  })
}
