import { hasSecret } from '../domain/clients.ts'
import { chosenScopes, scopesForItself } from '../domain/scopes.ts'
import { CognitoException, invalidParameter, notAuthorized } from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** An access token for an app client itself, by which a machine calls resource servers. */
export const GetClientToken = operation('GetClientToken', async (input, context) => {
  const { clients, pools, tokens } = context
  const client = clients.get(input.ClientId)
  const pool = pools.get(client.UserPoolId)
  // assumed: the words of all refusals. documented: a client without a secret gets no token of its own.
  if (client.Secrets.length === 0 || !hasSecret(client, input.Secret)) {
    throw notAuthorized('Invalid client secret.')
  }
  // assumed: who may use the grant client_credentials may use this; the model cannot spell ALLOW_CLIENT_TOKEN_AUTH.
  const allowed = scopesForItself(context, pool, client)
  if (!allowed) throw notAuthorized('The client may not authenticate by itself.')
  const scopes = chosenScopes(allowed, input.Scopes ?? [], (refused) =>
    invalidParameter(`Invalid scope requested: ${refused}`),
  )
  if (scopes.length === 0) throw invalidParameter('The client has no scope of a resource server.')
  try {
    const ClientAuthenticationResult = await tokens.issueToClient(pool, client, scopes, input.ClientMetadata)
    return { ClientAuthenticationResult }
  } catch (error) {
    // assumed: a trigger that fails is a refusal, in its own words: the model declares none of its exceptions here.
    const isOfTrigger = error instanceof CognitoException && /Lambda/.test(error.name)
    throw isOfTrigger ? notAuthorized(error.message) : error
  }
})
