import type { OAuthRequest } from './endpoint.ts'
import { OAuthError } from './errors.ts'

/**
 * The parameters of a request. An empty one is as good as none, and none may stand twice (RFC 6749, section 3.1).
 *
 * @throws OAuthError
 */
export function parametersOf(pairs: URLSearchParams): Readonly<Record<string, string>> {
  const parameters: Record<string, string> = Object.create(null)
  for (const [name, value] of pairs) {
    if (pairs.getAll(name).length > 1) throw new OAuthError('invalid_request', `${name} stands there twice.`)
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
