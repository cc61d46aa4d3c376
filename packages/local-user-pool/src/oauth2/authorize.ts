import type { Context } from '../domain/context.ts'
import { ProviderError } from '../federation/federation.ts'
import { federationOf } from '../federation/index.ts'
import { beginAttempt } from '../federation/under-way.ts'
import { csrfToken } from '../managed-login/csrf.ts'
import { loggedIn } from '../managed-login/session.ts'
import type { IdentityProviderType } from '../protocol/types.generated.ts'
import {
  type AuthorizationRequest,
  authorizationRequest,
  RefusedRequestError,
  returnOf,
} from './authorization-request.ts'
import type { Endpoint, OAuthRequest } from './endpoint.ts'
import { OAuthError } from './errors.ts'
import { letsIn, providerAskedFor } from './identity-provider.ts'
import { grantTo } from './redirect.ts'

/** Where a client sends a browser to sign in (RFC 6749, section 3.1; OpenID Connect Core, section 3.1.2). */
export const authorize: Endpoint = {
  path: '/oauth2/authorize',
  methods: ['GET'],
  metadata: (url) => ({
    authorization_endpoint: url,
    response_types_supported: ['code', 'token'],
    code_challenge_methods_supported: ['S256'],
  }),
  async handle(c, context) {
    const request = authorizationRequest(context, new URL(c.req.url).search)
    const { pool, client, prompt } = request
    c.set('about', { client: client.ClientId, pool: pool.Id })
    const loggedInHere = loggedIn(c, context, pool)
    const known = loggedInHere && letsIn(client, loggedInHere.user) ? loggedInHere : undefined
    const provider = providerAskedFor(context, request)
    // observed: COGNITO, which Amplify names unless told otherwise, is the pool itself (the source of amplify-js 6.22
    // counts on the pool's own session being resumed with it).
    const goesElsewhere =
      provider !== undefined && (request.identityProvider ?? request.idpIdentifier) !== undefined
    if (known && !goesElsewhere && !prompt.includes('login') && !prompt.includes('select_account')) {
      return grantTo(c, context, request, known)
    }
    if (prompt.includes('none')) throw new RefusedRequestError(loginRequired(), returnOf(request))
    if (provider) return goTo(c, context, request, provider)
    c.set('detail', 'asks to sign in')
    return c.redirect(`/login?${request.query}`, 302)
  },
}

/**
 * Sends the browser to an identity provider, which sends it back to the domain: what the browser has to remember until
 * then, it remembers there.
 */
async function goTo(
  c: OAuthRequest,
  context: Context,
  request: AuthorizationRequest,
  provider: IdentityProviderType,
): Promise<Response> {
  const domain = new URL(context.world.domainEndpoint)
  if (new URL(c.req.url).hostname !== domain.hostname) {
    c.set('detail', `asks at ${domain.host}`)
    return c.redirect(`${domain.origin}${authorize.path}?${request.query}`, 302)
  }
  const attempt = beginAttempt(context, request, provider, csrfToken(c, context))
  try {
    const url = await federationOf(provider).begin(context, provider, attempt)
    c.set('detail', `asks ${provider.ProviderName}`)
    return c.redirect(url.href, 302)
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    // documented: a provider that cannot be asked is an invalid request.
    throw new RefusedRequestError(new OAuthError('invalid_request', error.message), returnOf(request))
  }
}

const loginRequired = () => new OAuthError('login_required', 'Nobody is signed in.')
