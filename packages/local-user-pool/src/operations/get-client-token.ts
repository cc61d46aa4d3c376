import { type Client, hasSecret } from '../domain/clients.ts'
import type { Collections } from '../domain/collections.ts'
import { customScopes } from '../domain/oauth-settings.ts'
import type { UserPool } from '../domain/user-pools.ts'
import { invalidParameter, notAuthorized } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** An access token for an app client itself, by which a machine calls resource servers. */
export const GetClientToken = operation('GetClientToken', async (input, context) => {
  const { clients, pools, resourceServers, tokens } = context
  const client = clients.get(input.ClientId)
  const pool = pools.get(client.UserPoolId)
  // assumed: the words of all refusals. documented: a client without a secret gets no token of its own.
  if (client.Secrets.length === 0 || !hasSecret(client, input.Secret)) {
    throw notAuthorized('Invalid client secret.')
  }
  // assumed: who may use the grant client_credentials may use this; the model cannot spell ALLOW_CLIENT_TOKEN_AUTH.
  if (!client.AllowedOAuthFlows?.includes('client_credentials')) {
    throw notAuthorized('The client may not authenticate by itself.')
  }
  const scopes = scopesOf(resourceServers, pool, client, input.Scopes)
  return { ClientAuthenticationResult: await tokens.issueToClient(pool, client, scopes) }
})

/** The scopes asked for; without any, those that the client may have. A scope belongs to a resource server. */
function scopesOf(
  resourceServers: Collections['resourceServers'],
  pool: UserPool,
  { AllowedOAuthScopes = [] }: Client,
  asked: readonly string[] = [],
): readonly string[] {
  const offered = customScopes(resourceServers, pool)
  const allowed = AllowedOAuthScopes.filter((scope) => offered.includes(scope))
  const refused = asked.find((scope) => !allowed.includes(scope))
  if (refused !== undefined) throw invalidParameter(`Invalid scope requested: ${refused}`)
  const scopes = asked.length > 0 ? asked : allowed
  if (scopes.length === 0) throw invalidParameter('The client has no scope of a resource server.')
  return scopes
}
