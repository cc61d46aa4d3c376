import { createHmac, timingSafeEqual } from 'node:crypto'
import { newClientId, newClientSecret } from '../core/identifiers.ts'
import { invalidParameter, notAuthorized, resourceNotFound } from '../protocol/exceptions.ts'
import type {
  AuthFlowType,
  CreateUserPoolClientRequest,
  TimeUnitsType,
  UpdateUserPoolClientRequest,
  UserPoolClientType,
} from '../protocol/types.generated.ts'
import { UserPoolClientTable } from '../storage/user-pool-clients.ts'
import { type ClientSecret, checkRoomForSecret, newSecret, withoutSecret } from './client-secrets.ts'
import { seconds, type World } from './world.ts'

/** An app client: what DescribeUserPoolClient answers, with ids that are certain and all the secrets. */
export interface Client extends Omit<UserPoolClientType, 'ClientSecret'> {
  readonly ClientId: string
  readonly UserPoolId: string
  /** The oldest first; none where the client needs none. */
  readonly Secrets: readonly ClientSecret[]
}

export class Clients {
  readonly #world: World
  readonly #table: UserPoolClientTable

  constructor(world: World) {
    this.#world = world
    this.#table = new UserPoolClientTable(world.database)
  }

  /** Makes a client; the id is chosen by the pool unless the seed asks for one. */
  create(request: CreateUserPoolClientRequest, id = newClientId(this.#world.random)): Client {
    const { GenerateSecret, ClientSecret, ...settings } = request
    checkSettings(settings)
    const now = seconds(this.#world.clock())
    const secret = ClientSecret ?? (GenerateSecret ? newClientSecret(this.#world.random) : undefined)
    const client: Client = {
      ...withDefaults(settings),
      UserPoolId: request.UserPoolId,
      ClientId: id,
      Secrets: secret === undefined ? [] : [newSecret(id, secret, this.#world.clock())],
      CreationDate: now,
      LastModifiedDate: now,
    }
    this.#table.put(id, client.UserPoolId, client)
    return client
  }

  /** @throws ResourceNotFoundException */
  get(id: string): Client {
    const client = this.find(id)
    if (!client) throw resourceNotFound(`User pool client ${id} does not exist.`)
    return client
  }

  find(id: string): Client | undefined {
    return this.#table.get(id) as Client | undefined
  }

  /** The client, if it belongs to that pool. */
  ofPool(poolId: string, id: string): Client {
    const client = this.get(id)
    if (client.UserPoolId !== poolId) throw resourceNotFound(`User pool client ${id} does not exist.`)
    return client
  }

  /** Puts new settings in place of the old ones; what is not given gets its default again, as for a pool. */
  update({ UserPoolId, ClientId, ClientName, ...settings }: UpdateUserPoolClientRequest): Client {
    const { Secrets, CreationDate, ...client } = this.ofPool(UserPoolId, ClientId)
    checkSettings(settings)
    const name = ClientName ?? client.ClientName
    const updated: Client = {
      ...withDefaults({ ...settings, ...(name !== undefined && { ClientName: name }) }),
      UserPoolId,
      ClientId,
      Secrets,
      CreationDate,
      LastModifiedDate: seconds(this.#world.clock()),
    }
    this.#table.put(ClientId, UserPoolId, updated)
    return updated
  }

  delete(poolId: string, id: string): void {
    this.#table.delete(this.ofPool(poolId, id).ClientId)
  }

  /** Gives a client that has a secret another one, beside the one in use; made up unless it is given. */
  addSecret(client: Client, value = newClientSecret(this.#world.random)): ClientSecret {
    const { Secrets } = client
    checkRoomForSecret(Secrets)
    const secret = newSecret(client.ClientId, value, this.#world.clock(), Secrets)
    this.#put({ ...client, Secrets: [...Secrets, secret] })
    return secret
  }

  /** Takes one of a client's secrets away; what is signed with it is worth nothing from now on. */
  deleteSecret(client: Client, id: string): void {
    this.#put({ ...client, Secrets: withoutSecret(client.Secrets, id) })
  }

  list(poolId: string, after: string, limit: number): Client[] {
    return this.#table.list(poolId, after, limit) as Client[]
  }

  #put(client: Client): void {
    const changed = { ...client, LastModifiedDate: seconds(this.#world.clock()) }
    this.#table.put(client.ClientId, client.UserPoolId, changed)
  }
}

/** What DescribeUserPoolClient answers of a client. */
// assumed: DescribeUserPoolClient shows the older one of two secrets.
export function describedClient({ Secrets: [first], ...client }: Client): UserPoolClientType {
  return { ...client, ...(first && { ClientSecret: first.Value }) }
}

/**
 * Refuses a request that does not prove to come from a client with a secret. A client without one needs none.
 *
 * @param username the username as the request has it
 * @param secretHash base64 of HMAC-SHA256, keyed by the secret, of username and client id
 */
export function checkSecretHash(client: Client, username: string, secretHash: string | undefined): void {
  if (client.Secrets.length === 0) return
  if (secretHash === undefined) {
    throw notAuthorized(
      `Client ${client.ClientId} is configured with secret but SECRET_HASH was not received`,
    )
  }
  const given = Buffer.from(secretHash, 'base64')
  const isTheirs = client.Secrets.some((secret) => equal(hashBy(secret, client, username), given))
  if (!isTheirs) throw unableToVerify(client)
}

/**
 * What a request of the client itself proves itself with: the managed login pages ask on its behalf. Undefined where it
 * has no secret.
 */
export function secretHashOf(client: Client, username: string): string | undefined {
  const [first] = client.Secrets
  return first && hashBy(first, client, username).toString('base64')
}

const hashBy = ({ Value }: ClientSecret, { ClientId }: Client, username: string) =>
  createHmac('sha256', Value)
    .update(username + ClientId)
    .digest()

/** Whether the secret is one of the client's; a client without one needs none. */
export function hasSecret({ Secrets }: Client, secret: string | undefined): boolean {
  if (Secrets.length === 0) return true
  return secret !== undefined && Secrets.some(({ Value }) => equal(Buffer.from(Value), Buffer.from(secret)))
}

export const unableToVerify = (client: Client) =>
  notAuthorized(`Unable to verify secret hash for client ${client.ClientId}`)

function equal(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}

/** Which of ExplicitAuthFlows allows a flow, and Cognito's words where none does. */
const flows: Readonly<Record<AuthFlowType, { readonly by: readonly string[]; readonly refusal: string }>> = {
  USER_SRP_AUTH: { by: ['ALLOW_USER_SRP_AUTH'], refusal: 'USER_SRP_AUTH is not enabled for the client.' },
  USER_PASSWORD_AUTH: {
    by: ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
    refusal: 'USER_PASSWORD_AUTH flow not enabled for this client',
  },
  USER_AUTH: { by: ['ALLOW_USER_AUTH'], refusal: 'USER_AUTH flow not enabled for this client' },
  CUSTOM_AUTH: {
    by: ['ALLOW_CUSTOM_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'],
    refusal: 'CUSTOM_AUTH is not enabled for the client.',
  },
  REFRESH_TOKEN_AUTH: { by: ['ALLOW_REFRESH_TOKEN_AUTH'], refusal: 'Auth flow not enabled for this client' },
  REFRESH_TOKEN: { by: ['ALLOW_REFRESH_TOKEN_AUTH'], refusal: 'Auth flow not enabled for this client' },
  ADMIN_USER_PASSWORD_AUTH: {
    by: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'],
    refusal: 'Auth flow not enabled for this client',
  },
  ADMIN_NO_SRP_AUTH: {
    by: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'],
    refusal: 'Auth flow not enabled for this client',
  },
}

/** Refuses a flow that the client does not allow. */
export function checkFlow(client: Client, flow: AuthFlowType): void {
  const { by, refusal } = flows[flow]
  const enabled: readonly string[] = client.ExplicitAuthFlows ?? []
  // documented: names without ALLOW_ are the older form, in which SRP and refresh are always on.
  const isOldForm = enabled.length > 0 && !enabled.some((name) => name.startsWith('ALLOW_'))
  const isAlwaysOn = isOldForm && (flow === 'USER_SRP_AUTH' || flow.startsWith('REFRESH_TOKEN'))
  if (!isAlwaysOn && !enabled.some((name) => by.includes(name))) throw invalidParameter(refusal)
}

const unitSeconds: Readonly<Record<TimeUnitsType, number>> = {
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
}

/** How long the client's tokens live, in seconds. */
export function lifetimes({
  AccessTokenValidity,
  IdTokenValidity,
  RefreshTokenValidity,
  TokenValidityUnits,
}: Pick<
  Settings,
  'AccessTokenValidity' | 'IdTokenValidity' | 'RefreshTokenValidity' | 'TokenValidityUnits'
>) {
  const { AccessToken = 'hours', IdToken = 'hours', RefreshToken = 'days' } = TokenValidityUnits ?? {}
  return {
    access: (AccessTokenValidity || 3600 / unitSeconds[AccessToken]) * unitSeconds[AccessToken],
    id: (IdTokenValidity || 3600 / unitSeconds[IdToken]) * unitSeconds[IdToken],
    refresh: (RefreshTokenValidity || (30 * 86_400) / unitSeconds[RefreshToken]) * unitSeconds[RefreshToken],
  }
}

type Settings = Partial<Omit<CreateUserPoolClientRequest, 'GenerateSecret' | 'ClientSecret' | 'UserPoolId'>>

const hour = 3600
const day = 24 * hour

/** Refuses settings that the model allows each, but Cognito does not. */
export function checkSettings({ ExplicitAuthFlows = [], ...settings }: Settings): void {
  const { access, id, refresh } = lifetimes(settings)
  // documented: 5 minutes to 1 day, and 1 hour to 10 years. observed: the words, in public issues.
  const isShort = (seconds: number) => seconds >= 300 && seconds <= day
  if (!isShort(access) || !isShort(id) || refresh < hour || refresh > 3650 * day) {
    throw invalidParameter('Invalid range for token validity.')
  }
  // documented: names with and without ALLOW_ cannot be mixed. assumed: the words.
  const newer = ExplicitAuthFlows.filter((name) => name.startsWith('ALLOW_'))
  if (newer.length > 0 && newer.length < ExplicitAuthFlows.length) {
    throw invalidParameter('ExplicitAuthFlows cannot mix values with and without the prefix ALLOW_.')
  }
}

// documented: the defaults of CreateUserPoolClient.
function withDefaults(settings: Settings): UserPoolClientType {
  const given = settings.ExplicitAuthFlows ?? []
  return {
    RefreshTokenValidity: 30,
    TokenValidityUnits: {},
    AllowedOAuthFlowsUserPoolClient: false,
    EnableTokenRevocation: true,
    EnablePropagateAdditionalUserContextData: false,
    AuthSessionValidity: 3,
    ...settings,
    ExplicitAuthFlows:
      given.length > 0 ? given : ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'],
  }
}
