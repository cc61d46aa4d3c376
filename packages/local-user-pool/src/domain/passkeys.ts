import { limitExceeded, notAuthorized, resourceNotFound, webAuthnNotEnabled } from '../protocol/exceptions.ts'
import { type PasskeyRecord, PasskeyTable } from '../storage/passkeys.ts'
import type { Caller, Tokens } from './tokens.ts'
import type { UserPool } from './user-pools.ts'
import type { User } from './users.ts'
import type { World } from './world.ts'

export type Passkey = PasskeyRecord

// documented: how many passkeys a user may have.
export const mostPasskeys = 20

/** The passkeys of users. */
export class Passkeys {
  readonly #world: World
  readonly #table: PasskeyTable

  constructor(world: World) {
    this.#world = world
    this.#table = new PasskeyTable(world.database)
  }

  list({ poolId, username }: User, after = 0, limit = mostPasskeys): Passkey[] {
    return this.#table.list(poolId, username, after, limit)
  }

  /** The user's passkey of that id; undefined also for somebody else's. */
  find({ poolId, username }: User, credentialId: string): Passkey | undefined {
    const passkey = this.#table.get(poolId, credentialId)
    return passkey?.username === username ? passkey : undefined
  }

  /** Whether anybody in the pool has it. */
  isTaken(pool: UserPool, credentialId: string): boolean {
    return this.#table.get(pool.Id, credentialId) !== undefined
  }

  /** @throws LimitExceededException */
  checkRoom(user: User): void {
    // assumed: the words.
    if (this.list(user).length >= mostPasskeys) {
      throw limitExceeded(`A user may have no more than ${mostPasskeys} passkeys.`)
    }
  }

  add({ poolId, username }: User, passkey: Omit<Passkey, 'id' | 'poolId' | 'username' | 'createdAt'>): void {
    this.#table.insert({ ...passkey, poolId, username, createdAt: this.#world.clock() })
  }

  /** Remembers how often the authenticator has signed; false where another answer was faster. */
  use(passkey: Passkey, counter: number): boolean {
    return this.#table.count(passkey, counter)
  }

  /** @throws ResourceNotFoundException where the user has no such passkey */
  delete(user: User, credentialId: string): void {
    const passkey = this.find(user, credentialId)
    // assumed: the words.
    if (!passkey) throw resourceNotFound('Passkey does not exist.')
    this.#table.delete(passkey)
  }
}

/** For whom the pool's passkeys are made, and what they are worth. */
export interface RelyingParty {
  /** A host, whose pages and those below it may use them. */
  readonly id: string
  readonly userVerification: 'preferred' | 'required'
  /** Signing in by one is proof enough where a second factor is asked for. */
  readonly isMultiFactor: boolean
}

/** Undefined where the pool has not been told. A domain does not stand in for it: the pages of all pools are at one host here. */
export function relyingPartyOf({ Mfa }: UserPool): RelyingParty | undefined {
  const { RelyingPartyId, UserVerification, FactorConfiguration } = Mfa.WebAuthnConfiguration ?? {}
  if (RelyingPartyId === undefined) return undefined
  const isMultiFactor = FactorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION'
  // documented: user verification is preferred by default. assumed: it is required
  // where a passkey counts as two factors.
  const userVerification = isMultiFactor ? 'required' : (UserVerification ?? 'preferred')
  return { id: RelyingPartyId, userVerification, isMultiFactor }
}

/** @throws WebAuthnNotEnabledException where passkeys are not among the pool's first factors */
export function checkPasskeysEnabled({ Policies }: UserPool): void {
  // assumed: the words; the model explains the exception.
  if (!Policies?.SignInPolicy?.AllowedFirstAuthFactors?.includes('WEB_AUTHN')) {
    throw webAuthnNotEnabled('Passkeys are not enabled for the user pool.')
  }
}

/**
 * Who holds the access token, for the operations about passkeys: the model lets them say neither that a user nor
 * that a pool is gone.
 */
export async function passkeyHolder(tokens: Tokens, accessToken: string): Promise<Caller> {
  try {
    return await tokens.caller(accessToken)
  } catch (error) {
    const isGone = error instanceof Error && /^(UserNotFound|ResourceNotFound)Exception$/.test(error.name)
    throw isGone ? notAuthorized('Invalid Access Token') : error
  }
}
