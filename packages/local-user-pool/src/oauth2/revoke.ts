import type { Client } from '../domain/clients.ts'
import type { Context } from '../domain/context.ts'
import { authenticatedClient, authenticationMethods } from './client-authentication.ts'
import type { Endpoint, OAuthRequest } from './endpoint.ts'
import { OAuthError } from './errors.ts'
import { formOf } from './parameters.ts'

/** Ends a refresh token and all that came of the same sign-in (RFC 7009). */
export const revoke: Endpoint = {
  path: '/oauth2/revoke',
  methods: ['POST'],
  isForScripts: true,
  metadata: (url) => ({
    revocation_endpoint: url,
    revocation_endpoint_auth_methods_supported: authenticationMethods,
  }),
  async handle(c, { tokens, ...context }) {
    const form = await formOf(c)
    const client = clientOf(c, { tokens, ...context }, form)
    const { token } = form
    if (token === undefined) throw new OAuthError('invalid_request', 'token is missing.')
    // documented: both refusals. assumed: a client without token revocation is the first.
    if (client.EnableTokenRevocation === false) {
      throw new OAuthError('invalid_request', 'Token revocation is not enabled for this client.')
    }
    if (token.split('.').length === 3) {
      throw new OAuthError('unsupported_token_type', 'Only refresh tokens can be revoked.')
    }
    const held = tokens.find(client, token)
    if (held) tokens.revoke(held)
    c.set('detail', held ? 'revoked' : 'there is no such token')
    return c.body(null, 200)
  },
}

// documented: 401 for a client that is not the one it says it is, which /oauth2/token answers by 400.
function clientOf(...request: [OAuthRequest, Context, Readonly<Record<string, string>>]): Client {
  try {
    return authenticatedClient(...request)
  } catch (error) {
    const isUnproven = error instanceof OAuthError && error.code === 'invalid_client'
    throw isUnproven ? new OAuthError(error.code, error.message, 401) : error
  }
}
