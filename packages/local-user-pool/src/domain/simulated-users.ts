import { createHmac } from 'node:crypto'
import { uuidOf } from '../core/identifiers.ts'
import type { Verifier } from '../core/srp.ts'
import type { KeyTable } from '../storage/keys.ts'
import type { UserPool } from './user-pools.ts'
import { folded } from './users.ts'
import type { World } from './world.ts'

/**
 * Believable answers about users who do not exist, for clients that prevent user existence errors: the same
 * for the same name each time, and made without knowing any user (RFC 5054 §2.5.1.3).
 */
export class SimulatedUsers {
  readonly #secret: Buffer

  constructor({ random }: World, keys: KeyTable) {
    const name = 'simulated-users'
    const stored = keys.get(name) ?? keys.put(name, random(32).toString('base64'))
    this.#secret = Buffer.from(stored, 'base64')
  }

  /** The username that a challenge names. */
  username(pool: UserPool, login: string): string {
    return pool.UsernameAttributes?.length ? uuidOf(this.#bytes('username', pool, login, 16)) : login
  }

  /** Salt and verifier. No password leads to this verifier, and making it costs no power. */
  verifier(pool: UserPool, login: string): Verifier {
    return {
      salt: this.#bytes('salt', pool, login, 16).toString('hex'),
      verifier: this.#bytes('verifier', pool, login, 383).toString('hex'),
    }
  }

  #bytes(what: string, pool: UserPool, login: string, length: number): Buffer {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, index) =>
      createHmac('sha256', this.#secret)
        .update(`${what}\0${index}\0${pool.Id}\0${folded(pool, login)}`)
        .digest(),
    )
    return Buffer.concat(blocks).subarray(0, length)
  }
}
