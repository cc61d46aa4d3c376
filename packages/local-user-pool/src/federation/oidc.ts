import {
  AuthorizationResponseError,
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  type Client,
  ClientSecretPost,
  discoveryRequest,
  getValidatedIdTokenClaims,
  None,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  processUserInfoResponse,
  protectedResourceRequest,
  validateApplicationLevelSignature,
  validateAuthResponse,
} from 'oauth4webapi'
import { isLoopback } from '../core/loopback.ts'
import { sha256 } from '../core/sha256.ts'
import type { IdentityProviderType } from '../protocol/types.generated.ts'
import { type Federation, ProviderError } from './federation.ts'

const patience = 10_000

/** A provider that speaks OpenID Connect, asked for real. Its clock is the machine's, whatever the pool's says. */
export const oidc: Federation = {
  types: ['OIDC'],

  // documented: a login_hint is sent on.
  // assumed: Cognito sends a nonce and PKCE; whoever does not know them leaves them alone.
  begin: (_, provider, { state, nonce, codeVerifier, redirectUri, loginHint }) =>
    telling(provider, async () => {
      const { server, client, details } = await relyingParty(provider)
      const url = new URL(server.authorization_endpoint ?? '')
      const parameters = {
        client_id: client.client_id,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: details.authorize_scopes ?? 'openid',
        state,
        nonce,
        code_challenge: sha256(codeVerifier),
        code_challenge_method: 'S256',
        ...(loginHint !== undefined && { login_hint: loginHint }),
      }
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
      return url
    }),

  claims: (_, provider, { state, nonce, codeVerifier, redirectUri }, answer) =>
    telling(provider, async () => {
      const { server, client, details, options } = await relyingParty(provider)
      const parameters = validateAuthResponse(server, client, answer, state)
      // documented: the secret goes in the body (client_secret_post).
      const authentication = details.client_secret ? ClientSecretPost(details.client_secret) : None()
      const response = await authorizationCodeGrantRequest(
        server,
        client,
        authentication,
        parameters,
        redirectUri,
        codeVerifier,
        options(),
      )
      const tokens = await processAuthorizationCodeResponse(server, client, response, {
        expectedNonce: nonce,
        requireIdToken: true,
      })
      await validateApplicationLevelSignature(server, response, options())
      const identity = getValidatedIdTokenClaims(tokens)
      if (!identity) throw new Error('It gave no ID token.')
      if (!server.userinfo_endpoint) return { ...identity }
      const asked = await protectedResourceRequest(
        tokens.access_token,
        // documented: GET or POST, as attributes_request_method says.
        details.attributes_request_method === 'POST' ? 'POST' : 'GET',
        new URL(server.userinfo_endpoint),
        new Headers({ accept: 'application/json' }),
        null,
        options(),
      )
      return { ...(await processUserInfoResponse(server, client, identity.sub, asked)), ...identity }
    }),
}

/** Who the provider is, and who we are to it. Its four addresses are either given, or found by its issuer. */
async function relyingParty({ ProviderDetails: details = {} }: IdentityProviderType) {
  const { oidc_issuer: issuer = '', client_id = '' } = details
  if (!URL.canParse(issuer)) throw new Error('Its oidc_issuer is not a URL.')
  const url = new URL(issuer)
  const options = () => ({
    signal: AbortSignal.timeout(patience),
    // Another pool on this machine speaks http.
    [allowInsecureRequests]: isLoopback(url.hostname),
  })
  const given: AuthorizationServer = {
    issuer,
    ...(details.authorize_url && { authorization_endpoint: details.authorize_url }),
    ...(details.token_url && { token_endpoint: details.token_url }),
    ...(details.attributes_url && { userinfo_endpoint: details.attributes_url }),
    ...(details.jwks_uri && { jwks_uri: details.jwks_uri }),
  }
  const isComplete = given.authorization_endpoint && given.token_endpoint && given.jwks_uri
  const server = isComplete
    ? given
    : { ...(await processDiscoveryResponse(url, await discoveryRequest(url, options()))), ...given }
  const client: Client = { client_id }
  return { server, client, details, options }
}

async function telling<Result>(
  { ProviderName = '' }: IdentityProviderType,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AuthorizationResponseError) {
      throw new ProviderError(error.error_description ?? error.error, { code: error.error, cause: error })
    }
    const reason = error instanceof Error ? reasonOf(error) : String(error)
    throw new ProviderError(`The identity provider ${ProviderName} cannot be used: ${reason}`, {
      cause: error,
    })
  }
}

/** What fetch says is in its cause. */
function reasonOf({ message, cause }: Error): string {
  return cause instanceof Error && cause.message ? `${message} (${cause.message})` : message
}
