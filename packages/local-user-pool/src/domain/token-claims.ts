import { createHash } from 'node:crypto'
import type { JWTPayload } from 'jose'
import { newUuid } from '../core/identifiers.ts'
import type { SignInRecord } from '../storage/sign-ins.ts'
import { readable } from './attributes.ts'
import { type Client, lifetimes } from './clients.ts'
import { identitiesClaim } from './linked-identities.ts'
import type { TokenClaims } from './pre-token-generation.ts'
import { adminScope, attributesIn } from './scopes.ts'
import type { UserPool } from './user-pools.ts'
import type { User } from './users.ts'
import type { World } from './world.ts'

/** Who issues a token, and through which client. */
interface Issuing {
  readonly pool: UserPool
  readonly client: Client
}

/**
 * What the two tokens of a sign-in say, before a trigger changes it.
 *
 * @param groups what either says about the user's groups
 */
export function claimsOf(
  { clock, endpoint, random }: World,
  { pool, client }: Issuing,
  user: User,
  groups: TokenClaims,
  signIn: SignInRecord,
): TokenClaims {
  const iat = Math.floor(clock() / 1000)
  const { access, id } = lifetimes(client)
  const common = {
    sub: user.sub,
    iss: `${endpoint}/${pool.Id}`,
    // documented: without token revocation a token carries neither.
    ...(client.EnableTokenRevocation !== false && { origin_jti: signIn.originJti }),
    event_id: newUuid(random),
    auth_time: Math.floor(signIn.authTime / 1000),
    iat,
  }
  return {
    access: {
      ...common,
      ...groups.access,
      ...(signIn.deviceKey !== null && { device_key: signIn.deviceKey }),
      client_id: client.ClientId,
      token_use: 'access',
      scope: signIn.scope ?? adminScope,
      ...(signIn.scope !== null && { version: 2 }),
      ...(signIn.resource !== null && { aud: signIn.resource }),
      exp: iat + access,
      jti: newUuid(random),
      username: user.username,
    },
    id: {
      ...identityClaims(attributesIn(signIn.scope?.split(' ') ?? [], readable(client, user.attributes))),
      ...common,
      ...groups.id,
      'cognito:username': user.username,
      aud: client.ClientId,
      token_use: 'id',
      exp: iat + id,
      jti: newUuid(random),
    },
  }
}

/** What the access token of an app client itself says. */
export function claimsOfClient(
  { clock, endpoint, random }: World,
  { pool, client }: Issuing,
  scopes: readonly string[],
): JWTPayload {
  const iat = Math.floor(clock() / 1000)
  return {
    sub: client.ClientId,
    token_use: 'access',
    scope: scopes.join(' '),
    auth_time: iat,
    iss: `${endpoint}/${pool.Id}`,
    exp: iat + lifetimes(client).access,
    iat,
    version: 2,
    jti: newUuid(random),
    client_id: client.ClientId,
  }
}

/** The left half of the hash of an access token (OpenID Connect Core, section 3.1.3.6). */
export function atHash(accessToken: string): string {
  return createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url')
}

/** A user's attributes as claims: two of them are truth values, `updated_at` is a number, all others are text. */
function identityClaims(attributes: Record<string, string>): JWTPayload {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      if (name === 'email_verified' || name === 'phone_number_verified') return [name, value === 'true']
      if (name === 'address') return [name, { formatted: value }]
      if (name === 'identities') return [name, identitiesClaim(value)]
      return [name, name === 'updated_at' ? Number(value) : value]
    }),
  )
}
