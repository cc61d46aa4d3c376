import { CognitoException } from '../protocol/exceptions.ts'
import { authenticatedClient, authenticationMethods } from './client-authentication.ts'
import type { Endpoint } from './endpoint.ts'
import { OAuthError } from './errors.ts'
import { grants } from './grants/index.ts'
import { clientMetadataOf, formOf } from './parameters.ts'

/** Where a client gets tokens for a grant (RFC 6749, section 3.2). */
export const token: Endpoint = {
  path: '/oauth2/token',
  methods: ['POST'],
  isForScripts: true,
  metadata: (url) => ({
    token_endpoint: url,
    token_endpoint_auth_methods_supported: authenticationMethods,
    grant_types_supported: [...grants.map(({ name }) => name), 'implicit'],
  }),
  async handle(c, context) {
    const form = await formOf(c)
    const client = authenticatedClient(c, context, form)
    if (form.grant_type === undefined) throw new OAuthError('invalid_request', 'grant_type is missing.')
    const grant = grants.find(({ name }) => name === form.grant_type)
    if (!grant) throw new OAuthError('unsupported_grant_type', 'There is no such grant_type.')
    const pool = context.pools.get(client.UserPoolId)
    const { AccessToken, IdToken, RefreshToken, ExpiresIn, TokenType } = await grant
      .redeem({ context, pool, client, clientMetadata: clientMetadataOf(form) }, form)
      .catch((error: unknown) => {
        // A trigger that refuses, or a user who may not go on. assumed: the code.
        throw error instanceof CognitoException ? new OAuthError('invalid_grant', error.message) : error
      })
    c.set('detail', 'tokens issued')
    return c.json(
      {
        ...(IdToken !== undefined && { id_token: IdToken }),
        access_token: AccessToken,
        ...(RefreshToken !== undefined && { refresh_token: RefreshToken }),
        expires_in: ExpiresIn,
        token_type: TokenType,
      },
      200,
      { 'cache-control': 'no-store', pragma: 'no-cache' },
    )
  },
}
