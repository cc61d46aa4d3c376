import type { Attributes } from '../core/schema.ts'
import type { Client } from './clients.ts'
import type { Collections } from './collections.ts'
import type { UserPool } from './user-pools.ts'

/** The scope that lets an access token call the operations of the API; a sign-in through the API gives this one. */
export const adminScope = 'aws.cognito.signin.user.admin'

/** The scopes that every user pool has. */
// documented: CreateUserPoolClient, AllowedOAuthScopes.
export const ownScopes: readonly string[] = ['openid', 'email', 'phone', 'profile', adminScope]

/** The scopes that the pool's resource servers have, each `<resource server>/<scope>`. */
export function scopesOfServers(
  { resourceServers }: Pick<Collections, 'resourceServers'>,
  pool: UserPool,
): string[] {
  return resourceServers
    .list(pool)
    .flatMap(({ Identifier, Scopes = [] }) => Scopes.map(({ ScopeName }) => `${Identifier}/${ScopeName}`))
}

/** What a client may ask for: what it is allowed, as far as there still is such a scope. */
export function grantableScopes(
  collections: Pick<Collections, 'resourceServers'>,
  pool: UserPool,
  { AllowedOAuthScopes = [] }: Client,
): string[] {
  const known = [...ownScopes, ...scopesOfServers(collections, pool)]
  return AllowedOAuthScopes.filter((scope) => known.includes(scope))
}

/** The scopes of a text that has blanks between them. */
export const scopesIn = (text = ''): string[] => text.split(' ').filter(Boolean)

/**
 * The scopes that a client asks for, of those that it may have: all of them where it asks for none.
 *
 * @param refuse makes the error for one that it may not have
 */
export function chosenScopes(
  allowed: readonly string[],
  asked: readonly string[],
  refuse: (scope: string) => Error,
): readonly string[] {
  const refused = asked.find((scope) => !allowed.includes(scope))
  if (refused !== undefined) throw refuse(refused)
  return asked.length > 0 ? [...new Set(asked)] : allowed
}

/** What a client may ask for itself: scopes of resource servers, where it may ask for itself at all. */
// documented: client_credentials needs a secret, and has the scopes of resource servers alone.
export function scopesForItself(
  collections: Pick<Collections, 'resourceServers'>,
  pool: UserPool,
  client: Client,
): readonly string[] | undefined {
  const { AllowedOAuthFlows = [], AllowedOAuthFlowsUserPoolClient, Secrets } = client
  const mayAsk = AllowedOAuthFlowsUserPoolClient && AllowedOAuthFlows.includes('client_credentials')
  if (!mayAsk || Secrets.length === 0) return undefined
  return grantableScopes(collections, pool, client).filter((scope) => !ownScopes.includes(scope))
}

const narrowing: Readonly<Record<string, (name: string) => boolean>> = {
  email: (name) => name === 'email' || name === 'email_verified',
  phone: (name) => name === 'phone_number' || name === 'phone_number_verified',
  profile: () => true,
}

/**
 * The attributes that scopes let an ID token and userInfo show, of those that the client may read.
 */
// documented: openid alone shows all that the client may read; with email, phone or profile beside it, what these name.
// documented: profile names all that the client may read.
export function attributesIn(scopes: readonly string[], attributes: Attributes): Attributes {
  const asked = scopes.flatMap((scope) => narrowing[scope] ?? [])
  if (asked.length === 0) return attributes
  return Object.fromEntries(
    Object.entries(attributes).filter(
      ([name]) => name === 'sub' || name === 'identities' || asked.some((shows) => shows(name)),
    ),
  )
}
