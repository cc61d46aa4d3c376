import { OAuthError } from '../errors.ts'
import type { GrantType } from './grant.ts'

/** A refresh token, which another takes the place of where the client rotates them (RFC 6749, section 6). */
export const refreshToken: GrantType = {
  name: 'refresh_token',
  async redeem({ context, client, clientMetadata }, form) {
    if (form.refresh_token === undefined) throw new OAuthError('invalid_request', 'refresh_token is missing.')
    return context.tokens.refresh(client, form.refresh_token, undefined, clientMetadata)
  },
}
