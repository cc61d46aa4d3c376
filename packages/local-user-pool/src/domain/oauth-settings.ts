import { invalidOAuthFlow, scopeDoesNotExist } from '../protocol/exceptions.ts'
import type { CreateUserPoolClientRequest } from '../protocol/types.generated.ts'
import type { Collections } from './collections.ts'
import { ownScopes, scopesOfServers } from './scopes.ts'
import type { UserPool } from './user-pools.ts'

type OAuthSettings = Pick<CreateUserPoolClientRequest, 'AllowedOAuthFlows' | 'AllowedOAuthScopes'>

/**
 * Refuses OAuth settings of an app client that do not go together, or name what is not there.
 *
 * @throws InvalidOAuthFlowException, ScopeDoesNotExistException
 */
// observed: the words of all refusals, in public issues and code bases.
export function checkOAuthSettings(
  collections: Pick<Collections, 'resourceServers'>,
  pool: UserPool,
  { AllowedOAuthFlows: flows = [], AllowedOAuthScopes: scopes = [] }: OAuthSettings,
  hasSecret: boolean,
): void {
  const known = [...ownScopes, ...scopesOfServers(collections, pool)]
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
  const ofPeople = scopes.find((scope) => ownScopes.includes(scope))
  if (ofPeople !== undefined)
    throw invalidOAuthFlow(`${ofPeople} is not supported with client_credentials flow`)
}
