import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Configuration } from './configuration.ts'
import { createIdTokenVerifier, type Refusal, refusals } from './id-token.ts'

/** What the API reads of an event of API Gateway's HTTP API, payload format 2.0. */
export interface ApiEvent extends Pick<APIGatewayProxyEventV2, 'rawPath' | 'headers'> {
  readonly requestContext: { readonly http: { readonly method: string } }
}

/** A Lambda handler for API Gateway's HTTP API, payload format 2.0. */
export type Api = (event: ApiEvent) => Promise<APIGatewayProxyStructuredResultV2>

type Headers = Record<string, string>

/**
 * Makes the protected API. It has one resource, `GET /`: the claims of the caller's ID token.
 *
 * A refusal is `{ error, message }`: a code that does not change, and a sentence for a person.
 */
export function createApi(configuration: Configuration): Api {
  const verify = createIdTokenVerifier(configuration)

  async function answer(event: ApiEvent): Promise<APIGatewayProxyStructuredResultV2> {
    const { method } = event.requestContext.http
    if (method === 'OPTIONS') return { statusCode: 204, headers: { allow } }
    if (event.rawPath !== '/') return refusal(404, 'not_found', 'There is nothing at this path.')
    if (method !== 'GET')
      return refusal(405, 'method_not_allowed', 'This resource can only be read (GET).', { allow })

    const bearer = bearerToken(event.headers.authorization)
    if (bearer === undefined) return unauthorized('token_missing')

    const verdict = await verify(bearer)
    switch (verdict.is) {
      case 'verified':
        return json(200, { claims: verdict.claims })
      case 'refused':
        return unauthorized(verdict.refusal)
      case 'undecided':
        console.error(`The keys of the user pool could not be had from ${verdict.cause}`)
        return refusal(
          503,
          'keys_unavailable',
          'The token could not be checked, since the keys of the user pool could not be fetched. Try again shortly.',
          { 'retry-after': '5' },
        )
    }
  }

  return async (event) => {
    const answered = await answer(event).catch(unexpected)
    return { ...answered, headers: { ...answered.headers, ...cors(event, configuration.allowedOrigin) } }
  }
}

const allow = 'GET, OPTIONS'

/**
 * The token of an `Authorization: Bearer` header (RFC 6750 §2.1; the scheme is read in any letter case, RFC 9110
 * §11.1), `undefined` if there is none. What follows the scheme is for the verifier to judge.
 */
function bearerToken(authorization: string | undefined): string | undefined {
  return authorization?.match(/^Bearer +(\S.*)$/i)?.[1]?.trimEnd()
}

function json(statusCode: number, body: unknown, headers: Headers = {}): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(body),
  }
}

function refusal(statusCode: number, error: string, message: string, headers: Headers = {}) {
  return json(statusCode, { error, message }, headers)
}

/**
 * RFC 6750 §3: whoever sent no token is told no error (§3.1), only that one is wanted. The sentences hold no quote or
 * backslash, which this header would not bear.
 */
function unauthorized(code: Refusal) {
  const message = refusals[code]
  const wanted =
    code === 'token_missing' ? 'Bearer' : `Bearer error="invalid_token", error_description="${message}"`
  return refusal(401, code, message, { 'www-authenticate': wanted })
}

/** A bug. What it was is for the log alone; the request, which holds a token, is for nobody. */
function unexpected(error: unknown) {
  console.error('The API failed:', error)
  return refusal(500, 'internal_error', 'The API failed. This is not about the token.')
}

/** Lets the pages of one origin call the API and read why it refused, and tells caches that the origin matters. */
function cors(event: ApiEvent, allowedOrigin: string): Headers {
  if (event.headers.origin !== allowedOrigin) return { vary: 'Origin' }
  const granted = {
    vary: 'Origin',
    'access-control-allow-origin': allowedOrigin,
    'access-control-expose-headers': 'WWW-Authenticate, Retry-After',
  }
  if (event.requestContext.http.method !== 'OPTIONS') return granted
  return {
    ...granted,
    'access-control-allow-methods': 'GET',
    'access-control-allow-headers': 'Authorization',
    'access-control-max-age': '600',
  }
}
