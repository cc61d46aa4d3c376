import type { Context } from '../domain/context.ts'
import type { IdentityProviderType } from '../protocol/types.generated.ts'
import { type AuthorizationRequest, RefusedRequestError, returnOf } from './authorization-request.ts'
import { OAuthError } from './errors.ts'

/** The name of the pool's own users among the providers that a client supports. */
export const ownProvider = 'COGNITO'

/** The providers that a client may send people to, beside the pool's own users. */
export function providersOf(
  { identityProviders }: Context,
  { pool, client }: Pick<AuthorizationRequest, 'pool' | 'client'>,
): IdentityProviderType[] {
  const { SupportedIdentityProviders: supported = [] } = client
  return supported.flatMap((name) => identityProviders.find(pool, name) ?? [])
}

/**
 * The provider that a request goes to at once; undefined where the pool's own sign-in page comes first.
 *
 * @throws RefusedRequestError where the client may not use it
 */
// documented: a client with one provider alone goes there without being told.
// assumed: which error names a provider that the client does not support.
export function providerAskedFor(
  context: Context,
  request: AuthorizationRequest,
): IdentityProviderType | undefined {
  const { identityProvider: name, idpIdentifier: identifier, client } = request
  const providers = providersOf(context, request)
  const ownUsers = client.SupportedIdentityProviders ?? [ownProvider]
  if (name === ownProvider) return undefined
  if (name === undefined && identifier === undefined) {
    return providers.length === 1 && !ownUsers.includes(ownProvider) ? providers[0] : undefined
  }
  const provider = providers.find(
    ({ ProviderName, IdpIdentifiers = [] }) =>
      (name === undefined || ProviderName === name) &&
      (identifier === undefined || IdpIdentifiers.includes(identifier)),
  )
  if (provider) return provider
  const refusal = new OAuthError('invalid_request', 'The app client does not support this identity provider.')
  throw new RefusedRequestError(refusal, returnOf(request))
}
