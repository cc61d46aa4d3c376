import { chosenScopes, scopesForItself, scopesIn } from '../../domain/scopes.ts'
import { OAuthError } from '../errors.ts'
import type { GrantType } from './grant.ts'

/** A client that asks for itself, with nobody signed in (RFC 6749, section 4.4). */
export const clientCredentials: GrantType = {
  name: 'client_credentials',
  async redeem({ context, pool, client, clientMetadata }, form) {
    const allowed = scopesForItself(context, pool, client)
    if (!allowed) {
      throw new OAuthError(
        'unauthorized_client',
        'The app client does not allow the flow client_credentials.',
      )
    }
    // documented: without any asked for, all that the client may have.
    const scopes = chosenScopes(allowed, scopesIn(form.scope), refused)
    if (scopes.length === 0) throw refused('(none)')
    return context.tokens.issueToClient(pool, client, scopes, clientMetadata)
  },
}

const refused = (scope: string) =>
  new OAuthError('invalid_scope', `The app client does not allow the scope ${scope}.`)
