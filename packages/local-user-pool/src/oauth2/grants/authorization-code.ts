import { sha256 } from '../../core/sha256.ts'
import type { AuthorizationCode } from '../../domain/authorization-codes.ts'
import { OAuthError } from '../errors.ts'
import type { GrantType } from './grant.ts'

/** A code that the browser brought back from the authorization endpoint (RFC 6749, section 4.1.3; PKCE: RFC 7636). */
export const authorizationCode: GrantType = {
  name: 'authorization_code',
  async redeem({ context, pool, client, clientMetadata }, form) {
    const { code, redirect_uri: redirectUri, code_verifier: verifier } = form
    if (code === undefined) throw new OAuthError('invalid_request', 'code is missing.')
    const redeemed = context.codes.redeem(client, code, (issued) => {
      if (redirectUri !== issued.redirectUri) {
        throw invalidGrant('redirect_uri is not the one of the authorization request.')
      }
      checkVerifier(issued, verifier)
    })
    if (!redeemed) throw invalidGrant('The code is unknown, too old, or was used.')
    const user = context.users.still(pool, redeemed)
    if (!user?.enabled) throw invalidGrant('The user may not sign in any more.')
    const occasion = { source: 'HostedAuth', clientMetadata } as const
    const tokens = await context.tokens.issue(pool, client, user, undefined, occasion, redeemed.grant)
    // A trigger may have thought long about them.
    if (context.codes.endIfReplayed(client, code)) throw invalidGrant('The code was brought a second time.')
    return tokens
  },
}

/** Also a verifier without a challenge is refused: somebody may have taken the challenge out (RFC 9700, section 4.8). */
function checkVerifier({ codeChallenge }: AuthorizationCode, verifier: string | undefined): void {
  if (codeChallenge === undefined && verifier === undefined) return
  if (codeChallenge === undefined) throw invalidGrant('The authorization request had no code_challenge.')
  if (verifier === undefined) throw invalidGrant('code_verifier is missing.')
  if (sha256(verifier) !== codeChallenge) {
    throw invalidGrant('code_verifier is not the one that the code_challenge was made of.')
  }
}

const invalidGrant = (message: string) => new OAuthError('invalid_grant', message)
