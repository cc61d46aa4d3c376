import type { Context } from '../domain/context.ts'
import { ownScopes } from '../domain/scopes.ts'
import type { UserPool } from '../domain/user-pools.ts'
import { endpoints } from './index.ts'

/**
 * What a user pool can do for OpenID Connect (OpenID Connect Discovery, section 3): of each endpoint what it says
 * itself, where the pool has the domain that they are at.
 */
// assumed: a pool without a domain names no endpoints.
export function discovery({ world, domains }: Context, pool: UserPool): object {
  const issuer = `${world.endpoint}/${pool.Id}`
  const reached = domains.list(pool).length > 0 ? endpoints : []
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    id_token_signing_alg_values_supported: ['RS256'],
    subject_types_supported: ['public'],
    scopes_supported: ownScopes.filter((scope) => !scope.startsWith('aws.')),
    ...Object.assign(
      {},
      ...reached.map(({ path, metadata }) => metadata?.(`${world.domainEndpoint}${path}`)),
    ),
  }
}
