import type { Collections } from './collections.ts'
import type { UserPool } from './user-pools.ts'

/** The scopes that every user pool has. */
// documented: CreateUserPoolClient, AllowedOAuthScopes.
export const ownScopes: readonly string[] = [
  'openid',
  'email',
  'phone',
  'profile',
  'aws.cognito.signin.user.admin',
]

/** The scopes that the pool's resource servers have, each `<resource server>/<scope>`. */
export function scopesOfServers(
  { resourceServers }: Pick<Collections, 'resourceServers'>,
  pool: UserPool,
): string[] {
  return resourceServers
    .list(pool)
    .flatMap(({ Identifier, Scopes = [] }) => Scopes.map(({ ScopeName }) => `${Identifier}/${ScopeName}`))
}
