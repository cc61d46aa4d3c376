import { loggedIn } from '../managed-login/session.ts'
import {
  type AuthorizationRequest,
  authorizationRequest,
  RefusedRequestError,
} from './authorization-request.ts'
import type { Endpoint } from './endpoint.ts'
import { OAuthError } from './errors.ts'
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
    const known = loggedIn(c, context, pool)
    // observed: COGNITO, which Amplify names unless told otherwise, is the pool itself (the source of amplify-js 6.22
    // counts on the pool's own session being resumed with it).
    const { identityProvider, idpIdentifier } = request
    const goesElsewhere = identityProvider === 'COGNITO' ? idpIdentifier : (identityProvider ?? idpIdentifier)
    if (known && !goesElsewhere && !prompt.includes('login') && !prompt.includes('select_account')) {
      return grantTo(c, context, request, known)
    }
    if (prompt.includes('none')) throw new RefusedRequestError(loginRequired(), returnOf(request))
    c.set('detail', 'asks to sign in')
    return c.redirect(`/login?${request.query}`, 302)
  },
}

const loginRequired = () => new OAuthError('login_required', 'Nobody is signed in.')

const returnOf = ({ redirectUri, state, responseType }: AuthorizationRequest) => ({
  redirectUri,
  state,
  inFragment: responseType === 'token',
})
