import { type Client, hasSecret } from '../domain/clients.ts'
import type { Context } from '../domain/context.ts'
import { missingDomain } from './domain.ts'
import type { OAuthRequest } from './endpoint.ts'
import { OAuthError } from './errors.ts'

/** The ways in which a client says who it is, as the discovery document names them. */
export const authenticationMethods = ['client_secret_basic', 'client_secret_post', 'none'] as const

/**
 * The client that sends a request: one without a secret by its id, one with a secret by that too, in the header
 * (`client_secret_basic`) or in the body (`client_secret_post`), not in both (RFC 6749, section 2.3).
 *
 * @throws OAuthError
 */
export function authenticatedClient(
  c: OAuthRequest,
  context: Context,
  form: Readonly<Record<string, string>>,
): Client {
  const basic = basicOf(c.req.header('authorization'))
  if (basic && form.client_secret !== undefined) {
    throw new OAuthError('invalid_request', 'The client secret stands in the header and in the body.')
  }
  if (basic && form.client_id !== undefined && form.client_id !== basic.id) {
    throw new OAuthError('invalid_request', 'client_id is not the client of the header.')
  }
  const id = basic?.id ?? form.client_id
  if (id === undefined) throw new OAuthError('invalid_request', 'client_id is missing.')
  const client = context.clients.find(id)
  if (!client) throw new OAuthError('invalid_client', `User pool client ${id} does not exist.`)
  const missing = missingDomain(context, client.UserPoolId)
  if (missing !== undefined) throw new OAuthError('invalid_request', missing)
  const secret = basic?.secret ?? form.client_secret
  if (client.Secrets.length === 0 && secret !== undefined && secret !== '') {
    // assumed: a secret that the client does not have is as wrong as another one.
    throw new OAuthError('invalid_client', 'The client has no secret.')
  }
  if (!hasSecret(client, secret)) {
    throw new OAuthError(
      'invalid_client',
      secret === undefined ? 'The client has a secret, and the request none.' : 'The client secret is wrong.',
    )
  }
  c.set('about', { client: id, pool: client.UserPoolId })
  return client
}

/** `Basic` of RFC 7617. */
// documented: the two parts as they are. Clients encode them as a form (RFC 6749, section 2.3.1): neither id nor secret
// has a letter but of [\w+], so that what is decoded is the same, but for a `%`.
function basicOf(header: string | undefined): { id: string; secret: string } | undefined {
  const [scheme, credentials] = header?.split(' ') ?? []
  if (header === undefined) return undefined
  const text = Buffer.from(credentials ?? '', 'base64').toString()
  const colon = text.indexOf(':')
  if (scheme?.toLowerCase() !== 'basic' || colon < 0) {
    throw new OAuthError('invalid_client', 'The header Authorization is not `Basic` with id and secret.')
  }
  return { id: decoded(text.slice(0, colon)), secret: decoded(text.slice(colon + 1)) }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
