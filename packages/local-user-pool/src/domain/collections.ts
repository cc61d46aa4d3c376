import { limitExceeded, resourceNotFound } from '../protocol/exceptions.ts'
import type {
  DomainDescriptionType,
  IdentityProviderType,
  LogDeliveryConfigurationType,
  ManagedLoginBrandingType,
  ResourceServerType,
  RiskConfigurationType,
  TermsType,
  UICustomizationType,
  UserPoolReplicaType,
} from '../protocol/types.generated.ts'
import { PoolDocumentTable } from '../storage/pool-documents.ts'
import type { Client } from './clients.ts'
import type { UserPool } from './user-pools.ts'
import type { World } from './world.ts'

interface Settings {
  /** What an exception says of a key that is not there. */
  readonly missing: (key: string) => string
  /** How many of them a pool may have. */
  readonly most?: number
}

/**
 * What a pool has many of and only keeps: documents as the API spells them, each under a key. They go with the pool,
 * and with the app client that they were put there for.
 */
export class Collection<Document> {
  readonly #table: PoolDocumentTable<Document>
  readonly #settings: Settings

  constructor({ database }: World, kind: string, settings: Settings) {
    this.#table = new PoolDocumentTable(database, kind)
    this.#settings = settings
  }

  find(pool: UserPool, key: string): Document | undefined {
    return this.#table.get(pool.Id, key)
  }

  /** The same whatever pool has it: for keys that no two pools share. */
  findAnywhere(key: string): Document | undefined {
    return this.#table.anywhere(key)
  }

  /** @throws ResourceNotFoundException */
  get(pool: UserPool, key: string): Document {
    const document = this.find(pool, key)
    if (document === undefined) throw resourceNotFound(this.#settings.missing(key))
    return document
  }

  /** @param client the app client that it belongs to, where it does not belong to the whole pool */
  put<Saved extends Document>(pool: UserPool, key: string, document: Saved, client?: Client): Saved {
    const { most } = this.#settings
    if (most !== undefined && !this.find(pool, key) && this.#table.count(pool.Id) >= most) {
      // assumed: the words.
      throw limitExceeded(`A user pool may have no more than ${most} of them.`)
    }
    this.#table.put(pool.Id, key, client?.ClientId, document)
    return document
  }

  /** @throws ResourceNotFoundException */
  delete(pool: UserPool, key: string): void {
    this.get(pool, key)
    this.#table.delete(pool.Id, key)
  }

  ofClient(pool: UserPool, { ClientId }: Client): Document[] {
    return this.#table.ofClient(pool.Id, ClientId)
  }

  /** Up to `limit` whose key comes after `after`, in the order of their keys. */
  list(pool: UserPool, after = '', limit = Number.MAX_SAFE_INTEGER): Document[] {
    return this.#table.list(pool.Id, after, limit)
  }
}

/** The key of what belongs to a whole pool where an app client may have its own: that is under the client's id. */
export const wholePool = 'ALL'

/** All collections of a pool, by what they are. */
export interface Collections {
  readonly resourceServers: Collection<ResourceServerType>
  readonly identityProviders: Collection<IdentityProviderType>
  readonly domains: Collection<DomainDescriptionType>
  readonly uiCustomizations: Collection<UICustomizationType>
  readonly brandings: Collection<ManagedLoginBrandingType>
  readonly terms: Collection<TermsType>
  readonly riskConfigurations: Collection<RiskConfigurationType>
  readonly logDeliveries: Collection<LogDeliveryConfigurationType>
  readonly replicas: Collection<UserPoolReplicaType>
}

// documented: how many resource servers and identity providers a pool may have (developer guide, limits).
// assumed: the words where a resource of a pool is not there.
export function createCollections(world: World): Collections {
  const named = (what: string) => ({ missing: (key: string) => `${what} ${key} does not exist.` })
  return {
    resourceServers: new Collection(world, 'resource-server', { ...named('Resource server'), most: 25 }),
    identityProviders: new Collection(world, 'identity-provider', {
      ...named('Identity provider'),
      most: 300,
    }),
    domains: new Collection(world, 'domain', named('Domain')),
    uiCustomizations: new Collection(world, 'ui-customization', named('UI customization')),
    brandings: new Collection(world, 'branding', named('Managed login branding')),
    terms: new Collection(world, 'terms', named('Terms')),
    riskConfigurations: new Collection(world, 'risk-configuration', named('Risk configuration')),
    logDeliveries: new Collection(world, 'log-delivery', named('Log delivery configuration')),
    replicas: new Collection(world, 'replica', named('Replica in')),
  }
}
