import { hasSecret } from '../domain/clients.ts'
import {
  CognitoException,
  unauthorized,
  unsupportedOperation,
  unsupportedTokenType,
} from '../protocol/exceptions.ts'
import { operation } from './operation.ts'

/** Revokes a refresh token and every access token that came of the same sign-in. An unknown token is fine. */
export const RevokeToken = operation('RevokeToken', (input, { clients, tokens }) => {
  const client = clientOf(() => clients.get(input.ClientId))
  // assumed: the words of all three refusals; the model declares no other exceptions here.
  if (!hasSecret(client, input.ClientSecret)) throw unauthorized('Invalid client secret.')
  if (client.EnableTokenRevocation === false) {
    throw unsupportedOperation('Token revocation is not enabled for this client.')
  }
  if (input.Token.split('.').length === 3) throw unsupportedTokenType('Only refresh tokens can be revoked.')
  const held = tokens.find(client, input.Token)
  if (held) tokens.revoke(held)
  return {}
})

/** The model declares no ResourceNotFoundException for this operation: an unknown client is not authorised. */
function clientOf<Client>(find: () => Client): Client {
  try {
    return find()
  } catch (error) {
    throw error instanceof CognitoException ? unauthorized(error.message) : error
  }
}
