import type { JWTPayload } from 'jose'
import * as errors from 'jose/errors'
import { jwtVerify } from 'jose/jwt/verify'
import { newToken, newUuid } from '../core/identifiers.ts'
import { unsignedToken } from '../core/jwt.ts'
import { sha256 } from '../core/sha256.ts'
import { notAuthorized, refreshTokenReuse } from '../protocol/exceptions.ts'
import type {
  AuthenticationResultType,
  ClientAuthenticationResultType,
  ClientMetadataType,
} from '../protocol/types.generated.ts'
import { type RefreshTokenRecord, type SignInRecord, SignInTable } from '../storage/sign-ins.ts'
import { type Client, type Clients, lifetimes } from './clients.ts'
import { type Device, type Devices, newDeviceMetadata, tracksDevices } from './devices.ts'
import type { Groups } from './groups.ts'
import { customised, customisedForClient, type TokenOccasion } from './pre-token-generation.ts'
import { adminScope } from './scopes.ts'
import type { SigningKeys, TokenUse } from './signing-keys.ts'
import { atHash, claimsOf, claimsOfClient } from './token-claims.ts'
import type { UserPool, UserPools } from './user-pools.ts'
import { checkNeedsNoReset, noSuchUser, type User, type Users } from './users.ts'
import type { World } from './world.ts'

/** Who holds an access token, and through which client. */
export interface Caller {
  readonly user: User
  readonly pool: UserPool
  readonly client: Client
  /** The device that the token was given to, as far as the pool tells devices apart. */
  readonly deviceKey: string | undefined
  readonly scopes: readonly string[]
}

/** What a grant of OAuth 2.0 says of the tokens; a sign-in through the API says nothing of it. */
export interface Grant {
  /** Of the sign-in that comes of it. */
  readonly originJti: string
  /** When the user proved who they are; milliseconds since 1970. */
  readonly authTime: number
  readonly scopes: readonly string[]
  /** Comes back in the ID token (OpenID Connect Core, section 3.1.2.1). */
  readonly nonce?: string
  /** The `aud` of the access token (RFC 8707). */
  readonly resource?: string
}

const longestAccess = 24 * 60 * 60 * 1000

/** Issues, checks, refreshes and revokes tokens. */
export class Tokens {
  readonly #world: World
  readonly #keys: SigningKeys
  readonly #pools: UserPools
  readonly #clients: Clients
  readonly #users: Users
  readonly #groups: Groups
  readonly #devices: Devices
  readonly #table: SignInTable

  constructor(
    world: World,
    keys: SigningKeys,
    pools: UserPools,
    clients: Clients,
    users: Users,
    groups: Groups,
    devices: Devices,
  ) {
    this.#world = world
    this.#keys = keys
    this.#pools = pools
    this.#clients = clients
    this.#users = users
    this.#groups = groups
    this.#devices = devices
    this.#table = new SignInTable(world.database)
  }

  /**
   * The tokens of a new sign-in.
   *
   * @param device the one that the user has signed in with, where it is known already
   * @param grant what the user has granted to the client, where it asked by OAuth 2.0
   */
  async issue(
    pool: UserPool,
    client: Client,
    user: User,
    device: Device | undefined,
    occasion: TokenOccasion,
    grant?: Grant,
  ): Promise<AuthenticationResultType> {
    const now = this.#world.clock()
    // assumed: the managed login pages remember no device.
    const newKey = !device && !grant && tracksDevices(pool) ? this.#devices.newKey() : undefined
    const signIn: SignInRecord = {
      originJti: grant?.originJti ?? newUuid(this.#world.random),
      poolId: pool.Id,
      clientId: client.ClientId,
      username: user.username,
      authTime: grant?.authTime ?? now,
      expiresAt: now + lifetimes(client).refresh * 1000,
      revoked: false,
      deviceKey: device?.key ?? newKey ?? null,
      scope: grant ? grant.scopes.join(' ') : null,
      resource: grant?.resource ?? null,
    }
    const signed = await this.#signed(pool, client, user, signIn, occasion, grant?.nonce)
    return this.#world.database.transaction(() => {
      // Signing took a while, in which the client or the user may have gone.
      this.#clients.get(client.ClientId)
      if (!this.#users.current(pool, user).enabled) throw userDisabled()
      if (device) this.#devices.authenticated(device)
      this.#table.insert(signIn)
      return {
        ...signed,
        RefreshToken: this.#newRefreshToken(signIn),
        ...(newKey !== undefined && { NewDeviceMetadata: newDeviceMetadata(pool, newKey) }),
      }
    })
  }

  /**
   * An access token for an app client itself, which nobody signed in through.
   *
   * @param scopes what it allows, each `<resource server>/<scope>`
   * @param clientMetadata what PreTokenGeneration is told
   */
  async issueToClient(
    pool: UserPool,
    client: Client,
    scopes: readonly string[],
    clientMetadata?: ClientMetadataType,
  ): Promise<ClientAuthenticationResultType> {
    const claims = claimsOfClient(this.#world, { pool, client }, scopes)
    const said = await customisedForClient(this.#world, { pool, client }, clientMetadata, claims)
    const [AccessToken = ''] = await this.#sign(['access', said])
    return { AccessToken, ExpiresIn: lifetimes(client).access, TokenType: 'Bearer' }
  }

  /**
   * New ID and access tokens for a refresh token; a new refresh token too where the client rotates them.
   *
   * @param deviceKey the device that asks, where it says so
   * @param clientMetadata what PreTokenGeneration is told
   * @throws NotAuthorizedException, RefreshTokenReuseException
   */
  async refresh(
    client: Client,
    refreshToken: string,
    deviceKey: string | undefined,
    clientMetadata?: ClientMetadataType,
  ): Promise<AuthenticationResultType> {
    const held = this.#valid(client, refreshToken)
    const pool = this.#pools.get(held.poolId)
    const user = this.#users.find(pool, held.username)
    if (!user) throw invalidRefreshToken().because('its user is gone')
    // documented: where devices are tracked, a refresh has to name the device, which has to be confirmed (re:Post).
    if (held.deviceKey !== null && tracksDevices(pool)) {
      const isTheirs = deviceKey === held.deviceKey && this.#devices.find(user, deviceKey) !== undefined
      if (!isTheirs) throw invalidRefreshToken().because('DeviceKey is not the device that it was given to')
    }
    if (!user.enabled) throw userDisabled()
    const signed = await this.#signed(pool, client, user, held, {
      source: 'RefreshTokens',
      clientMetadata,
    })
    return this.#world.database.transaction(() => {
      // Signing took a while, in which the token may have been revoked, or rotated by another request.
      const current = this.#valid(client, refreshToken)
      if (!rotates(client)) return signed
      this.#table.replaceRefreshToken(held.hash, this.#world.clock())
      return { ...signed, RefreshToken: this.#newRefreshToken(current) }
    })
  }

  /** The sign-in of a refresh token that was given to this client; undefined for any other text. */
  find(client: Client, refreshToken: string): RefreshTokenRecord | undefined {
    const held = this.#table.getRefreshToken(hashOf(refreshToken))
    return held?.clientId === client.ClientId ? held : undefined
  }

  revoke({ originJti }: Pick<SignInRecord, 'originJti'>): void {
    this.#table.revoke(originJti)
  }

  revokeAllOf({ poolId, username }: User): void {
    this.#table.revokeAllOf(poolId, username)
  }

  /** Forgets a device: nobody goes on with what was signed in on it, nor proves with it who they are. */
  // assumed: its access tokens end too.
  forgetDevice(device: Device): void {
    this.#world.database.transaction(() => {
      this.#devices.delete(device)
      this.#table.revokeAllOfDevice(device.poolId, device.username, device.key)
    })
  }

  /**
   * Who holds an access token.
   *
   * @param gone makes the exception where the user is deleted by now
   * @throws NotAuthorizedException where it is not one of this pool's, has ended, or was revoked;
   *   PasswordResetRequiredException
   */
  async caller(accessToken: string, gone: () => Error = noSuchUser): Promise<Caller> {
    const caller = await this.holder(accessToken, gone)
    // assumed: whoever must reset the password is told so by every operation that declares the exception. observed: the
    // words from GetUser, on which clients end the session (amplify-js 5).
    checkNeedsNoReset(caller.user)
    return caller
  }

  /**
   * The same for who does not mind that the password must be reset.
   *
   * @param scope what the token has to allow; by default to call the API
   */
  async holder(accessToken: string, gone: () => Error = noSuchUser, scope = adminScope): Promise<Caller> {
    const claims = await this.#verified(accessToken)
    // The signature says that the issuer is us; at which port we were reached then does not matter.
    const pool = this.#pools.get(String(claims.iss).split('/').at(-1) ?? '')
    const client = this.#clients.get(String(claims.client_id))
    // Also a token that no user stands behind, since it was issued to a client.
    if (!String(claims.scope).split(' ').includes(scope)) {
      throw notAuthorized('Access Token does not have required scopes')
    }
    const user = this.#users.find(pool, String(claims.username))
    // Somebody else may have the username by now.
    if (!user || user.sub !== claims.sub) throw gone()
    if (this.isRevoked(claims.origin_jti)) throw accessTokenRevoked()
    if (!user.enabled) throw userDisabled()
    const { device_key: deviceKey } = claims
    return {
      user,
      pool,
      client,
      deviceKey: typeof deviceKey === 'string' ? deviceKey : undefined,
      scopes: String(claims.scope).split(' '),
    }
  }

  /** Whether the sign-in has ended. A token without `origin_jti` comes of a client whose tokens are not to be revoked. */
  isRevoked(originJti: unknown): boolean {
    if (typeof originJti !== 'string') return false
    return this.#table.get(originJti)?.revoked ?? true
  }

  /**
   * Forgets up to `limit` sign-ins that no token can come back to: an access token may outlive the refresh token by a
   * day. Answers how many.
   */
  sweep(limit: number): number {
    return this.#table.deleteExpired(this.#world.clock() - longestAccess, limit)
  }

  #valid(client: Client, refreshToken: string): RefreshTokenRecord {
    const held = this.find(client, refreshToken)
    if (!held) throw invalidRefreshToken().because('it was not given to this app client, or has ended')
    if (held.revoked) throw notAuthorized('Refresh Token has been revoked')
    if (held.expiresAt <= this.#world.clock()) throw notAuthorized('Refresh Token has expired')
    const grace = (client.RefreshTokenRotation?.RetryGracePeriodSeconds ?? 0) * 1000
    if (held.replacedAt !== null && held.replacedAt + grace <= this.#world.clock()) {
      // assumed: the wording.
      throw refreshTokenReuse('Refresh token has been rotated and can no longer be used.')
    }
    return held
  }

  #newRefreshToken({ originJti }: SignInRecord): string {
    const token = newToken(192, this.#world.random)
    this.#table.insertRefreshToken(hashOf(token), originJti)
    return token
  }

  async #verified(accessToken: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(
        accessToken,
        async ({ kid }) => {
          const key = await this.#keys.byId(kid)
          if (!key) throw new errors.JWKSNoMatchingKey()
          return key.publicKey
        },
        { algorithms: ['RS256'], currentDate: new Date(this.#world.clock()) },
      )
      if (payload.token_use !== 'access') throw invalidAccessToken().because('it is no access token')
      return payload
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw notAuthorized('Access Token has expired')
      if (error instanceof errors.JOSEError) throw invalidAccessToken().because(error.message)
      throw error
    }
  }

  async #signed(
    pool: UserPool,
    client: Client,
    user: User,
    signIn: SignInRecord,
    occasion: TokenOccasion,
    nonce?: string,
  ): Promise<AuthenticationResultType> {
    const claims = claimsOf(this.#world, { pool, client }, user, this.#groups.claimsOf(user), signIn)
    const { access, id } = await customised(this.#world, { pool, client }, user, occasion, claims)
    const result = { ExpiresIn: lifetimes(client).access, TokenType: 'Bearer' }
    if (signIn.scope === null) {
      const [AccessToken = '', IdToken = ''] = await this.#sign(['access', access], ['id', id])
      return { AccessToken, IdToken, ...result }
    }
    const [AccessToken = ''] = await this.#sign(['access', access])
    // documented: there is an ID token where openid was granted.
    if (!signIn.scope.split(' ').includes('openid')) return { AccessToken, ...result }
    const bound = { ...id, at_hash: atHash(AccessToken), ...(nonce !== undefined && { nonce }) }
    const [IdToken = ''] = await this.#sign(['id', bound])
    return { AccessToken, IdToken, ...result }
  }

  async #sign(...tokens: readonly (readonly [TokenUse, JWTPayload])[]): Promise<string[]> {
    const unsigned = await Promise.all(
      tokens.map(async ([use, claims]) => {
        const { kid, privateKey } = await this.#keys.of(use)
        return unsignedToken(claims, kid, privateKey)
      }),
    )
    return this.#world.calculate('signedTokens', unsigned)
  }
}

/** Whether the client gets a new refresh token with each refresh. */
export const rotates = ({ RefreshTokenRotation }: Client) => RefreshTokenRotation?.Feature === 'ENABLED'

export const accessTokenRevoked = () => notAuthorized('Access Token has been revoked')
const userDisabled = () => notAuthorized('User is disabled.')
const invalidAccessToken = () => notAuthorized('Invalid Access Token')
export const invalidRefreshToken = () => notAuthorized('Invalid Refresh Token')

/** Refresh tokens are stored as hashes: who reads the database cannot use one. */
const hashOf = sha256
