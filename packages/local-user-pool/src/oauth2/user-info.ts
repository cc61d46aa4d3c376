import { readable } from '../domain/attributes.ts'
import { attributesIn } from '../domain/scopes.ts'
import { CognitoException } from '../protocol/exceptions.ts'
import { missingDomain } from './domain.ts'
import type { Endpoint, OAuthRequest } from './endpoint.ts'
import { OAuthError } from './errors.ts'

/** Who holds an access token that allows `openid` (OpenID Connect Core, section 5.3). */
// documented: GET and POST. observed: attributes are texts, truth values included.
export const userInfo: Endpoint = {
  path: '/oauth2/userInfo',
  methods: ['GET', 'POST'],
  isForScripts: true,
  metadata: (url) => ({ userinfo_endpoint: url }),
  async handle(c, context) {
    const token = bearerOf(c)
    if (token === undefined) return refused(c, 400, badRequest)
    try {
      const { user, client, pool, scopes } = await context.tokens.holder(token, undefined, 'openid')
      c.set('about', { client: client.ClientId, pool: pool.Id, user: user.username })
      const missing = missingDomain(context, pool.Id)
      if (missing !== undefined) return refused(c, 400, new OAuthError('invalid_request', missing))
      c.header('cache-control', 'no-store')
      return c.json({
        ...attributesIn(scopes, readable(client, user.attributes)),
        username: user.username,
      })
    } catch (error) {
      if (error instanceof CognitoException)
        return refused(c, 401, new OAuthError('invalid_token', endedToken))
      throw error
    }
  },
}

// documented: the words of both.
const endedToken = 'Access token is expired, disabled, or deleted, or the user has globally signed out.'
const badRequest = new OAuthError('invalid_request', 'Bad OAuth2 request at UserInfo Endpoint')

/** RFC 6750, section 2.1. */
function bearerOf(c: OAuthRequest): string | undefined {
  return /^Bearer +([\w.~+/-]+=*)$/i.exec(c.req.header('authorization') ?? '')?.[1]
}

/** The header is where RFC 6750, section 3, says why; Cognito leaves out the scheme's name, which clients look for. */
function refused(c: OAuthRequest, status: 400 | 401, { code, message }: OAuthError): Response {
  c.set('outcome', code)
  c.set('detail', message)
  const header = `Bearer error="${code}", error_description="${message}"`
  return c.json({ error: code, error_description: message }, status, { 'www-authenticate': header })
}
