import { createHash } from 'node:crypto'
import { uuidOf } from '../core/identifiers.ts'
import { isEmail, isPhoneNumber } from '../core/schema.ts'
import type { Verifier } from '../core/srp.ts'
import type { CodeDeliveryDetailsType } from '../protocol/types.generated.ts'
import type { KeyTable } from '../storage/keys.ts'
import { deliveryDetails } from './deliveries.ts'
import type { UserPool } from './user-pools.ts'
import { folded } from './users.ts'
import type { World } from './world.ts'

/**
 * Believable answers about users who do not exist, for clients that prevent user existence errors: the same
 * for the same name each time, and made without knowing any user (RFC 5054 §2.5.1.3).
 */
export class SimulatedUsers {
  readonly #world: World
  readonly #keys: KeyTable
  #known: Buffer | undefined

  constructor(world: World, keys: KeyTable) {
    this.#world = world
    this.#keys = keys
  }

  /** Made for the first of them, and kept with the data. */
  get #secret(): Buffer {
    if (this.#known) return this.#known
    const name = 'simulated-users'
    const made = () => this.#world.random(32).toString('base64')
    this.#known = Buffer.from(this.#keys.get(name) ?? this.#keys.put(name, made()), 'base64')
    return this.#known
  }

  /** The username that a challenge names: not what was typed, where somebody who exists would be named otherwise. */
  // documented: an internal user id in the format of a UUID, the same for the same name.
  username(pool: UserPool, login: string): string {
    const { UsernameAttributes, AliasAttributes } = pool
    const isAlias =
      (AliasAttributes?.includes('email') && isEmail(login)) ||
      (AliasAttributes?.includes('phone_number') && isPhoneNumber(login))
    return UsernameAttributes?.length || isAlias ? uuidOf(this.#bytes('username', pool, login, 16)) : login
  }

  /** Where a code "was sent": to the name itself, if it can be an address, else to one that stays the same. */
  // documented: the medium is determined by the format of the username and the verification settings of the pool.
  delivery(pool: UserPool, login: string, contact?: 'email' | 'phone_number'): CodeDeliveryDetailsType {
    if (isEmail(login) && contact !== 'phone_number') return deliveryDetails('email', login)
    const [local = 0, domain = 0, ...digits] = this.#bytes('delivery', pool, login, 6)
    const letter = (byte: number) => String.fromCharCode(97 + (byte % 26))
    const verified = pool.AutoVerifiedAttributes ?? []
    const isByPhone = contact
      ? contact === 'phone_number'
      : verified.includes('phone_number') && !verified.includes('email')
    if (isPhoneNumber(login) && contact !== 'email') return deliveryDetails('phone_number', login)
    if (!isByPhone) return deliveryDetails('email', `${letter(local)}@${letter(domain)}`)
    return deliveryDetails('phone_number', `+00000000${digits.map((byte) => byte % 10).join('')}`)
  }

  /** Salt and verifier. No password leads to this verifier, and making it costs no power. */
  verifier(pool: UserPool, login: string): Verifier {
    return {
      salt: this.#bytes('salt', pool, login, 16).toString('hex'),
      verifier: this.#bytes('verifier', pool, login, 383).toString('hex'),
    }
  }

  /** As many bytes as one wants in one go: what nobody costs must not be more than to read somebody. */
  #bytes(what: string, pool: UserPool, login: string, length: number): Buffer {
    return createHash('shake256', { outputLength: length })
      .update(this.#secret)
      .update(`${what}\0${pool.Id}\0${folded(pool, login)}`)
      .digest()
  }
}
