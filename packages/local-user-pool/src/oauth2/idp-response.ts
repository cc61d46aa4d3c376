import { federatedUser } from '../domain/federated-users.ts'
import { ProviderError } from '../federation/federation.ts'
import { federationOf } from '../federation/index.ts'
import { findAttempt, responsePath } from '../federation/under-way.ts'
import { csrfToken } from '../managed-login/csrf.ts'
import { beginSession } from '../managed-login/session.ts'
import { CognitoException } from '../protocol/exceptions.ts'
import { authorizationRequest, RefusedRequestError, returnOf } from './authorization-request.ts'
import type { Endpoint } from './endpoint.ts'
import { OAuthError, UnusableRequestError } from './errors.ts'
import { grantTo } from './redirect.ts'

/** Where identity providers send the browser back to. */
export const idpResponse: Endpoint = {
  path: responsePath,
  methods: ['GET'],
  async handle(c, context) {
    const answer = new URL(c.req.url).searchParams
    const found = findAttempt(context, answer.get('state') ?? '')
    if (!found?.isOf(csrfToken(c, context))) {
      throw new UnusableRequestError(
        'invalid_request',
        'The parameter state belongs to no sign-in that was begun in this browser and is not over. Begin anew.',
      )
    }
    const request = authorizationRequest(context, found.query)
    const { pool, client } = request
    c.set('about', { client: client.ClientId, pool: pool.Id, provider: found.providerName })
    const refuse = (code: OAuthError['code'], message: string) =>
      new RefusedRequestError(new OAuthError(code, message), returnOf(request))
    const provider = context.identityProviders.find(pool, found.providerName)
    if (!found.consume() || !provider) throw refuse('invalid_request', 'The sign-in is over. Begin anew.')
    try {
      const claims = await federationOf(provider).claims(context, provider, found.attempt, answer)
      const user = await federatedUser({ context, pool, client, isAdmin: false }, provider, claims)
      context.authEvents.record(pool, user, 'SignIn', 'Pass')
      beginSession(c, context, user)
      return await grantTo(c, context, request, { user, authTime: context.world.clock() })
    } catch (error) {
      // documented: time-outs and errors of a provider are invalid_request. assumed: but for access_denied.
      // observed: the words of exceptions, behind error=invalid_request, in public issues.
      if (error instanceof ProviderError) {
        throw refuse(error.code === 'access_denied' ? 'access_denied' : 'invalid_request', error.message)
      }
      if (error instanceof CognitoException) throw refuse('invalid_request', error.message)
      throw error
    }
  },
}
