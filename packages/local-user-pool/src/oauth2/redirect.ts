import { newUuid } from '../core/identifiers.ts'
import type { Context } from '../domain/context.ts'
import type { LoggedIn } from '../domain/login-sessions.ts'
import type { Grant } from '../domain/tokens.ts'
import { CognitoException } from '../protocol/exceptions.ts'
import { type AuthorizationRequest, RefusedRequestError, type Return } from './authorization-request.ts'
import type { OAuthRequest } from './endpoint.ts'
import { OAuthError } from './errors.ts'

/** Sends the browser back to the client, with the parameters that are there. */
export function redirectTo(
  c: OAuthRequest,
  { redirectUri, state, inFragment }: Return,
  parameters: Readonly<Record<string, string | number | undefined>>,
): Response {
  const answer = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...parameters, state })) {
    if (value !== undefined) answer.set(name, String(value))
  }
  // The callback URL's own query stays as it is, to the letter.
  const separator = inFragment ? '#' : redirectUri.includes('?') ? '&' : '?'
  c.header('cache-control', 'no-store')
  // A code or a token must not reach the page after next by its address.
  c.header('referrer-policy', 'no-referrer')
  return c.redirect(`${inHeader(redirectUri)}${separator}${answer}`, 302)
}

/** A registered URL as a header needs it, which may have other letters than ASCII; those alone are encoded. */
export const inHeader = (uri: string) => uri.replace(/[^!-~]+/gu, encodeURIComponent)

/** Gives the client what it asked for: an authorization code, or tokens. */
export async function grantTo(
  c: OAuthRequest,
  context: Context,
  request: AuthorizationRequest,
  { user, authTime }: LoggedIn,
): Promise<Response> {
  const { pool, client, redirectUri, scopes, nonce, resource, codeChallenge, state } = request
  const grant: Grant = {
    originJti: newUuid(context.world.random),
    authTime,
    scopes,
    ...(nonce !== undefined && { nonce }),
    ...(resource !== undefined && { resource }),
  }
  if (request.responseType === 'code') {
    const code = context.codes.issue(client, user, {
      grant,
      redirectUri,
      ...(codeChallenge !== undefined && { codeChallenge }),
    })
    c.set('detail', 'code issued')
    return redirectTo(c, { redirectUri, state, inFragment: false }, { code })
  }
  const { AccessToken, IdToken, TokenType, ExpiresIn } = await context.tokens
    .issue(pool, client, user, undefined, { source: 'HostedAuth' }, grant)
    .catch((error: unknown) => {
      if (!(error instanceof CognitoException)) throw error
      // observed: the words of a trigger that refuses, behind error=invalid_request, in public issues.
      throw new RefusedRequestError(new OAuthError('invalid_request', error.message), {
        redirectUri,
        state,
        inFragment: true,
      })
    })
  c.set('detail', 'tokens issued')
  // documented: the implicit grant gives no refresh token.
  return redirectTo(
    c,
    { redirectUri, state, inFragment: true },
    { id_token: IdToken, access_token: AccessToken, token_type: TokenType, expires_in: ExpiresIn },
  )
}
