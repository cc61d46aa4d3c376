import type { Client } from '../domain/clients.ts'
import type { Context } from '../domain/context.ts'
import { isAllowedUrl } from '../domain/oauth-settings.ts'
import { chosenScopes, grantableScopes, scopesIn } from '../domain/scopes.ts'
import type { UserPool } from '../domain/user-pools.ts'
import { missingDomain } from './domain.ts'
import { OAuthError, UnusableRequestError } from './errors.ts'
import { parametersOf } from './parameters.ts'

/** What a client asks the authorization endpoint for, with everything about it checked. */
export interface AuthorizationRequest {
  readonly pool: UserPool
  readonly client: Client
  readonly redirectUri: string
  readonly responseType: 'code' | 'token'
  readonly scopes: readonly string[]
  readonly state?: string
  readonly nonce?: string
  /** Of PKCE by S256, base64url. */
  readonly codeChallenge?: string
  readonly resource?: string
  readonly prompt: readonly Prompt[]
  /** Which identity provider to go to at once, by its name or one of its identifiers. */
  readonly identityProvider?: string
  readonly idpIdentifier?: string
  /** What the sign-in page's first field begins with. */
  readonly loginHint?: string
  /** A language for the pages, as a BCP 47 tag. */
  readonly lang?: string
  /** As it came, for the pages that hand it on. */
  readonly query: string
}

// documented: what managed login knows of prompt.
const prompts = ['none', 'login', 'select_account', 'consent'] as const
export type Prompt = (typeof prompts)[number]

/** Where answers go to that are not for the person: the client is known, and says that it is to be found there. */
export interface Return {
  readonly redirectUri: string
  readonly state: string | undefined
  /** The answer stands behind a `#`, for scripts alone: so it was asked for by `response_type=token`. */
  readonly inFragment: boolean
}

/** A request that is refused in words for the client, who is told at its redirect URI. */
export class RefusedRequestError extends OAuthError {
  readonly to: Return

  constructor({ code, message }: OAuthError, to: Return) {
    super(code, message)
    this.to = to
  }
}

/** Where the answer to a request goes that is not for the person. */
export const returnOf = ({ redirectUri, state, responseType }: AuthorizationRequest): Return => ({
  redirectUri,
  state,
  inFragment: responseType === 'token',
})

type Parameters = Readonly<Record<string, string>>

/**
 * Reads and checks a request of the authorization endpoint or of a page that such a request has led to.
 *
 * @param search with or without the `?`
 * @throws UnusableRequestError as long as it is not certain where to return, RefusedRequestError after that
 */
export function authorizationRequest(context: Context, search: string): AuthorizationRequest {
  const query = new URLSearchParams(search)
  const { client, pool } = clientOf(context, query)
  const redirectUri = redirectUriOf(client, query)
  const to: Return = {
    redirectUri,
    state: query.get('state') ?? undefined,
    inFragment: query.get('response_type') === 'token',
  }
  try {
    const parameters = parametersOf(query)
    return {
      pool,
      client,
      redirectUri,
      query: query.toString(),
      responseType: responseTypeOf(client, parameters),
      ...pkceOf(parameters),
      scopes: scopesOf(context, pool, client, parameters),
      ...resourceOf(parameters),
      prompt: promptOf(parameters),
      ...renamed(parameters),
    }
  } catch (error) {
    throw error instanceof OAuthError ? new RefusedRequestError(error, to) : error
  }
}

// assumed: the codes and words that the page shows, but for redirect_mismatch, which is observed in public issues.
function clientOf(context: Context, query: URLSearchParams) {
  const [id, another] = query.getAll('client_id')
  if (!id || another !== undefined) {
    throw new UnusableRequestError('invalid_request', 'The parameter client_id has to be there, once.')
  }
  const client = context.clients.find(id)
  if (!client) throw new UnusableRequestError('invalid_client', `User pool client ${id} does not exist.`)
  const missing = missingDomain(context, client.UserPoolId)
  if (missing !== undefined) throw new UnusableRequestError('invalid_request', missing)
  return { client, pool: context.pools.get(client.UserPoolId) }
}

// documented: exactly one of the callback URLs, by every character.
function redirectUriOf({ CallbackURLs = [] }: Client, query: URLSearchParams): string {
  const [uri, another] = query.getAll('redirect_uri')
  if (uri && another === undefined && CallbackURLs.includes(uri)) return uri
  throw new UnusableRequestError(
    'redirect_mismatch',
    "The parameter redirect_uri has to be one of the app client's callback URLs, to the letter.",
  )
}

// documented: a flow that the client may not use is unauthorized_client. assumed: so is a client without OAuth.
function responseTypeOf(
  { AllowedOAuthFlows = [], AllowedOAuthFlowsUserPoolClient }: Client,
  { response_type: type }: Parameters,
): AuthorizationRequest['responseType'] {
  if (type === undefined) throw new OAuthError('invalid_request', 'response_type is missing.')
  if (type !== 'code' && type !== 'token') {
    throw new OAuthError('unsupported_response_type', 'response_type must be code or token.')
  }
  const flow = type === 'code' ? 'code' : 'implicit'
  if (!AllowedOAuthFlowsUserPoolClient || !AllowedOAuthFlows.includes(flow)) {
    throw new OAuthError('unauthorized_client', `The app client does not allow the flow ${flow}.`)
  }
  return type
}

// documented: S256 is the only method, and has to be named.
function pkceOf({ code_challenge: codeChallenge, code_challenge_method: method }: Parameters) {
  if (codeChallenge === undefined && method === undefined) return {}
  if (method !== 'S256') throw new OAuthError('invalid_request', 'code_challenge_method must be S256.')
  if (codeChallenge === undefined || !/^[\w-]{43}$/.test(codeChallenge)) {
    throw new OAuthError('invalid_request', 'code_challenge must be a SHA-256 hash as base64url.')
  }
  return { codeChallenge }
}

// documented: without a scope, all that the client may have.
function scopesOf(
  context: Context,
  pool: UserPool,
  client: Client,
  { scope }: Parameters,
): readonly string[] {
  return chosenScopes(
    grantableScopes(context, pool, client),
    scopesIn(scope),
    (refused) => new OAuthError('invalid_scope', `The app client does not allow the scope ${refused}.`),
  )
}

// documented: one resource, a URL that begins with https://, http://localhost or an app's own scheme.
// assumed: what else it is, is an invalid request.
function resourceOf({ resource }: Parameters) {
  if (resource === undefined) return {}
  if (!isAllowedUrl(resource)) {
    throw new OAuthError(
      'invalid_request',
      'resource must be a URL of https, of http://localhost or of an own scheme, without a fragment.',
    )
  }
  return { resource }
}

function promptOf({ prompt }: Parameters): readonly Prompt[] {
  const asked = prompt?.split(' ').filter(Boolean) ?? []
  const known = prompts.filter((name) => asked.includes(name))
  if (known.length < new Set(asked).size || (known.includes('none') && known.length > 1)) {
    throw new OAuthError('invalid_request', `prompt must be ${prompts.join(', ')}; none stands alone.`)
  }
  return known
}

const names = {
  state: 'state',
  nonce: 'nonce',
  identityProvider: 'identity_provider',
  idpIdentifier: 'idp_identifier',
  loginHint: 'login_hint',
  lang: 'lang',
} as const

function renamed(parameters: Parameters): { readonly [Name in keyof typeof names]?: string } {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, spelled]) => {
      const value = parameters[spelled]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
