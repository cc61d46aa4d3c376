import { invalidParameter, limitExceeded, userNotFound } from '../protocol/exceptions.ts'
import type {
  IdentityProviderType,
  IdentityProviderTypeType,
  ProviderUserIdentifierType,
} from '../protocol/types.generated.ts'
import type { Collections } from './collections.ts'
import type { UserPool } from './user-pools.ts'
import type { User, Users } from './users.ts'
import type { World } from './world.ts'

/** Who a user is elsewhere, as their attribute `identities` lists it. */
export interface Identity {
  readonly userId: string
  /** The claim that `userId` is compared with, where it is not `sub`. */
  readonly claim?: string
  readonly providerName: string
  readonly providerType: IdentityProviderTypeType
  readonly issuer: null
  readonly primary: boolean
  /** Milliseconds since 1970. */
  readonly dateCreated: number
}

/** How ProviderUserIdentifierType names the pool's own users, whom app clients and requests call COGNITO. */
const nativeUsers = 'Cognito'

/** The name under which AdminLinkProviderForUser knows who somebody is at their provider. */
const subject = 'Cognito_Subject'

/** The claim that an identifier is compared with. */
const claimOf = ({ ProviderAttributeName: name = subject }: ProviderUserIdentifierType) =>
  name === subject ? 'sub' : name

// documented: a user may be linked to five identities.
const mostIdentities = 5

export class LinkedIdentities {
  readonly #world: World
  readonly #users: Users
  readonly #providers: Collections['identityProviders']

  constructor(world: World, users: Users, { identityProviders }: Pick<Collections, 'identityProviders'>) {
    this.#world = world
    this.#users = users
    this.#providers = identityProviders
  }

  /** The user whom an identifier names: one of the pool's own by username, any other by the linked identity. */
  get(pool: UserPool, who: ProviderUserIdentifierType): User {
    const { ProviderName = '', ProviderAttributeValue = '' } = who
    if (ProviderName === nativeUsers) return this.#users.get(pool, ProviderAttributeValue)
    const user = this.#users.ofIdentity(pool, ProviderName, ProviderAttributeValue, claimOf(who))
    // assumed: the words.
    if (!user) throw userNotFound('User does not exist.')
    return user
  }

  /** The user who somebody is, or is linked to, by what their provider says of them. */
  // documented: the identity may be told by another claim than who they are at the provider.
  ofClaims(
    pool: UserPool,
    providerName: string,
    userId: string,
    claims: Readonly<Record<string, unknown>>,
  ): User | undefined {
    // assumed: who they are there goes before whatever else is told of them.
    const { sub: _, ...others } = claims
    for (const [claim, value] of [['sub', userId] as const, ...Object.entries(others)]) {
      const user =
        typeof value === 'string' ? this.#users.ofIdentity(pool, providerName, value, claim) : undefined
      if (user) return user
    }
    return undefined
  }

  /** Makes the source, somebody at another provider, the same person as the destination. */
  link(pool: UserPool, destination: User, source: ProviderUserIdentifierType): void {
    const { ProviderName = '', ProviderAttributeValue = '' } = source
    const provider = this.#providers.find(pool, ProviderName)
    if (!provider?.ProviderType || ProviderAttributeValue === '') {
      // assumed: the words.
      throw invalidParameter('SourceUser must be somebody of an identity provider of the user pool.')
    }
    const claim = claimOf(source)
    if (this.#users.ofIdentity(pool, ProviderName, ProviderAttributeValue, claim)) {
      // observed: AWS's own text, in several public code bases.
      throw invalidParameter('SourceUser is already linked to DestinationUser')
    }
    const identity: Identity = {
      ...newIdentity(this.#world, provider, ProviderAttributeValue),
      ...(claim !== 'sub' && { claim }),
    }
    this.#users.change(pool, destination, ({ attributes }) => {
      const linked = identitiesOf(attributes)
      if (linked.length >= mostIdentities) {
        // assumed: the words.
        throw limitExceeded(`A user may be linked to no more than ${mostIdentities} identities.`)
      }
      return { attributes: { ...attributes, identities: JSON.stringify([...linked, identity]) } }
    })
  }

  /**
   * Keeps the person from signing in that way: an identity is no longer theirs, a password is gone.
   */
  disable(pool: UserPool, who: ProviderUserIdentifierType): void {
    const user = this.get(pool, who)
    if (who.ProviderName === nativeUsers) {
      this.#users.change(pool, user, { salt: null, verifier: null, passwordExpiresAt: null })
      return
    }
    this.#users.change(pool, user, ({ attributes: { identities = '[]', ...attributes } }) => {
      const left = identitiesOf({ identities }).filter(
        ({ providerName, userId, claim = 'sub' }) =>
          providerName !== who.ProviderName ||
          userId !== who.ProviderAttributeValue ||
          claim !== claimOf(who),
      )
      return {
        attributes: { ...attributes, ...(left.length > 0 && { identities: JSON.stringify(left) }) },
      }
    })
  }
}

export function newIdentity(
  { clock }: World,
  { ProviderName: providerName = '', ProviderType: providerType = 'OIDC' }: IdentityProviderType,
  userId: string,
): Identity {
  return { userId, providerName, providerType, issuer: null, primary: false, dateCreated: clock() }
}

/** Who a user is elsewhere. */
export function identitiesOf({ identities = '[]' }: Readonly<Record<string, string>>): Identity[] {
  return JSON.parse(identities)
}

/**
 * The attribute as an ID token has it.
 */
// documented: `identities` of an ID token is a list, in which truth values and times are text.
export function identitiesClaim(identities: string): object[] {
  return identitiesOf({ identities }).map((identity) => ({
    ...identity,
    primary: String(identity.primary),
    dateCreated: String(identity.dateCreated),
  }))
}
