import { invalidOAuthFlow, scopeDoesNotExist } from '../protocol/exceptions.ts'
import type { CreateUserPoolClientRequest } from '../protocol/types.generated.ts'
import type { Collections } from './collections.ts'
import type { UserPool } from './user-pools.ts'

type OAuthSettings = Pick<CreateUserPoolClientRequest, 'AllowedOAuthFlows' | 'AllowedOAuthScopes'>

// documented: the scopes that every pool has.
const standardScopes = ['phone', 'email', 'openid', 'profile', 'aws.cognito.signin.user.admin']

/** Every scope of a pool's resource servers, `<resource server>/<scope>`. */
export const customScopes = (resourceServers: Collections['resourceServers'], pool: UserPool): string[] =>
  resourceServers
    .list(pool)
    .flatMap(({ Identifier, Scopes = [] }) => Scopes.map(({ ScopeName }) => `${Identifier}/${ScopeName}`))

/**
 * Refuses OAuth settings of an app client that do not go together, or name what is not there.
 *
 * @throws InvalidOAuthFlowException, ScopeDoesNotExistException
 */
// observed: the words of all refusals, in public issues and code bases.
export function checkOAuthSettings(
  resourceServers: Collections['resourceServers'],
  pool: UserPool,
  { AllowedOAuthFlows: flows = [], AllowedOAuthScopes: scopes = [] }: OAuthSettings,
  hasSecret: boolean,
): void {
  const known = [...standardScopes, ...customScopes(resourceServers, pool)]
  const unknown = scopes.find((scope) => !known.includes(scope))
  if (unknown !== undefined) throw scopeDoesNotExist(`Invalid scope requested: ${unknown}`)
  if (!flows.includes('client_credentials')) return
  if (flows.length > 1) {
    throw invalidOAuthFlow(
      'client_credentials flow can not be selected along with code flow or implicit flow.',
    )
  }
  if (!hasSecret) {
    throw invalidOAuthFlow(
      'client_credentials flow can not be selected if client does not have a client secret.',
    )
  }
  const ofPeople = scopes.find((scope) => standardScopes.includes(scope))
  if (ofPeople !== undefined)
    throw invalidOAuthFlow(`${ofPeople} is not supported with client_credentials flow`)
}
