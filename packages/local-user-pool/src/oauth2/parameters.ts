import type { ClientMetadataType } from '../protocol/types.generated.ts'
import type { OAuthRequest } from './endpoint.ts'
import { OAuthError } from './errors.ts'

/**
 * The parameters of a request. An empty one is as good as none, and none may stand twice (RFC 6749, section 3.1).
 *
 * @throws OAuthError
 */
export function parametersOf(pairs: URLSearchParams): Readonly<Record<string, string>> {
  const parameters: Record<string, string> = Object.create(null)
  const seen = new Set<string>()
  for (const [name, value] of pairs) {
    if (seen.has(name)) throw new OAuthError('invalid_request', `${name} stands there twice.`)
    seen.add(name)
    if (value !== '') parameters[name] = value
  }
  return parameters
}

/**
 * The parameters of a form.
 *
 * @throws OAuthError where the body is something else
 */
export async function formOf(c: OAuthRequest): Promise<Readonly<Record<string, string>>> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') {
    throw new OAuthError('invalid_request', 'The body must be application/x-www-form-urlencoded.')
  }
  return parametersOf(new URLSearchParams(await c.req.text()))
}

/**
 * What a token request tells PreTokenGeneration.
 *
 * @throws OAuthError
 */
// documented: a JSON object, for client_credentials. assumed: for the other grants too, and which error.
export function clientMetadataOf({
  aws_client_metadata: text,
}: Readonly<Record<string, string>>): ClientMetadataType | undefined {
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    const isMap =
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.values(value).every((member) => typeof member === 'string')
    if (isMap) return value as ClientMetadataType
  } catch {
    // The same answer as to any other JSON.
  }
  throw new OAuthError('invalid_request', 'aws_client_metadata must be a JSON object of texts.')
}
