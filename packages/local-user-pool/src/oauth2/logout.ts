import { endSession } from '../managed-login/session.ts'
import { missingDomain } from './domain.ts'
import type { Endpoint } from './endpoint.ts'
import { OAuthError, UnusableRequestError } from './errors.ts'
import { parametersOf } from './parameters.ts'
import { inHeader } from './redirect.ts'

/**
 * Ends the session of the managed login pages, and goes to one of the client's sign-out URLs (`logout_uri`), or to the
 * sign-in page (`redirect_uri`, with what that page needs).
 */
export const logout: Endpoint = {
  path: '/logout',
  methods: ['GET'],
  metadata: (url) => ({ end_session_endpoint: url }),
  handle(c, context) {
    const { search } = new URL(c.req.url)
    const { client_id: id, logout_uri: uri, redirect_uri: redirectUri } = parametersOfPerson(search)
    const client = id === undefined ? undefined : context.clients.find(id)
    // observed: these words, in public issues. assumed: nothing ends where they stand.
    if (!client)
      throw new UnusableRequestError('invalid_request', 'Required String parameter client_id is not present')
    const missing = missingDomain(context, client.UserPoolId)
    if (missing !== undefined) throw new UnusableRequestError('invalid_request', missing)
    const { LogoutURLs = [], CallbackURLs = [] } = client
    c.set('about', { client: client.ClientId, pool: client.UserPoolId })
    if (uri !== undefined && LogoutURLs.includes(uri)) {
      endSession(c, context, client.UserPoolId)
      return c.redirect(inHeader(uri), 302)
    }
    if (uri === undefined && redirectUri !== undefined && CallbackURLs.includes(redirectUri)) {
      endSession(c, context, client.UserPoolId)
      return c.redirect(`/login${search}`, 302)
    }
    throw new UnusableRequestError(
      'redirect_mismatch',
      "logout_uri has to be one of the app client's sign-out URLs, or redirect_uri one of its callback URLs, to the letter.",
    )
  },
}

/** It is a person who asks, and who is told what is wrong. */
function parametersOfPerson(search: string): Readonly<Record<string, string>> {
  try {
    return parametersOf(new URLSearchParams(search))
  } catch (error) {
    throw error instanceof OAuthError ? new UnusableRequestError(error.code, error.message) : error
  }
}
