import { grantableScopes, ownScopes } from '../../domain/scopes.ts'
import { OAuthError } from '../errors.ts'
import type { GrantType } from './grant.ts'

/** A client that asks for itself, with nobody signed in (RFC 6749, section 4.4). */
export const clientCredentials: GrantType = {
  name: 'client_credentials',
  async redeem({ context, pool, client }, form) {
    const { AllowedOAuthFlows = [], AllowedOAuthFlowsUserPoolClient, Secrets } = client
    // documented: this grant needs a client with a secret.
    if (
      !AllowedOAuthFlowsUserPoolClient ||
      !AllowedOAuthFlows.includes('client_credentials') ||
      !Secrets[0]
    ) {
      throw new OAuthError(
        'unauthorized_client',
        'The app client does not allow the flow client_credentials.',
      )
    }
    // documented: scopes of resource servers alone; without any asked for, all that the client may have.
    const allowed = grantableScopes(context, pool, client).filter((scope) => !ownScopes.includes(scope))
    const asked = form.scope?.split(' ').filter(Boolean) ?? allowed
    const refused = asked.find((scope) => !allowed.includes(scope))
    if (refused !== undefined || asked.length === 0) {
      throw new OAuthError('invalid_scope', `The app client does not allow the scope ${refused ?? '(none)'}.`)
    }
    return context.tokens.issueToClient(pool, client, asked)
  },
}
