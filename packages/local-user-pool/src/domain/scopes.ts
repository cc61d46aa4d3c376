import { scopeDoesNotExist } from '../protocol/exceptions.ts'
import type { ScopeListType } from '../protocol/types.generated.ts'
import type { Collections } from './collections.ts'
import type { UserPool } from './user-pools.ts'

// documented: the scopes that Cognito has of its own (CreateUserPoolClient, AllowedOAuthScopes).
const standard = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin']

/** The scopes that the pool's resource servers have, each `<resource server>/<scope>`. */
export function scopesOfServers({ resourceServers }: Collections, pool: UserPool): string[] {
  return resourceServers
    .list(pool)
    .flatMap(({ Identifier, Scopes = [] }) => Scopes.map(({ ScopeName }) => `${Identifier}/${ScopeName}`))
}

/**
 * Refuses scopes that neither Cognito nor a resource server of the pool has.
 *
 * @throws ScopeDoesNotExistException
 */
export function checkScopes(collections: Collections, pool: UserPool, scopes: ScopeListType = []): void {
  const known = new Set([...standard, ...scopesOfServers(collections, pool)])
  const unknown = scopes.find((scope) => !known.has(scope))
  // observed: the exception and the words, in public issues.
  if (unknown !== undefined) throw scopeDoesNotExist(`Invalid scope requested: ${unknown}`)
}
