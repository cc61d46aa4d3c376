import type { Client } from '../domain/clients.ts'
import type { Context } from '../domain/context.ts'
import { identitiesOf } from '../domain/linked-identities.ts'
import type { User } from '../domain/users.ts'
import type { IdentityProviderType } from '../protocol/types.generated.ts'
import { type AuthorizationRequest, RefusedRequestError, returnOf } from './authorization-request.ts'
import { OAuthError } from './errors.ts'

/** How app clients and requests name the pool's own users, whom links to identities call Cognito. */
export const ownProvider = 'COGNITO'

type ByProvider = Pick<Client, 'SupportedIdentityProviders'>

/** Whether the client lets the pool's own users in: those who sign in at its pages. */
// assumed: one that says nothing of providers lets nobody in.
export const letsOwnUsersIn = ({ SupportedIdentityProviders = [] }: ByProvider) =>
  SupportedIdentityProviders.includes(ownProvider)

/** Whether a user may come in by one of the ways that the client supports. */
// assumed: which session a client resumes. documented: a client allows sign-in by the providers that it supports.
export function letsIn(client: ByProvider, { status, attributes }: User): boolean {
  if (status !== 'EXTERNAL_PROVIDER' && letsOwnUsersIn(client)) return true
  const { SupportedIdentityProviders: supported = [] } = client
  return identitiesOf(attributes).some(({ providerName }) => supported.includes(providerName))
}

/** What a request is answered that asks for people whom the client does not let in. */
// assumed: which error.
export const unsupportedProvider = (request: AuthorizationRequest) =>
  new RefusedRequestError(
    new OAuthError('invalid_request', 'The app client does not support this identity provider.'),
    returnOf(request),
  )

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
export function providerAskedFor(
  context: Context,
  request: AuthorizationRequest,
): IdentityProviderType | undefined {
  const { identityProvider: name, idpIdentifier: identifier, client } = request
  const providers = providersOf(context, request)
  if (name === ownProvider) {
    if (!letsOwnUsersIn(client)) throw unsupportedProvider(request)
    return undefined
  }
  if (name === undefined && identifier === undefined) {
    return providers.length === 1 && !letsOwnUsersIn(client) ? providers[0] : undefined
  }
  const provider = providers.find(
    ({ ProviderName, IdpIdentifiers = [] }) =>
      (name === undefined || ProviderName === name) &&
      (identifier === undefined || IdpIdentifiers.includes(identifier)),
  )
  if (!provider) throw unsupportedProvider(request)
  return provider
}
