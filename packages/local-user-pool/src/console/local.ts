import type { Authority } from '../domain/authority.ts'
import type { Context } from '../domain/context.ts'
import type { SigningKeys } from '../domain/signing-keys.ts'
import type { MovableClock } from './clock.ts'
import type { Faults } from './faults.ts'
import type { Requests } from './requests.ts'

/** What a seed says about its users, for whoever shows them. */
export interface Seeded {
  readonly users: readonly { readonly email: string; readonly password: string; readonly state: string }[]
}

/** All that what exists only locally works with. */
export interface Local {
  readonly context: Context
  readonly keys: SigningKeys
  readonly authority: () => Authority
  readonly clock: MovableClock
  readonly faults: Faults
  readonly requests: Requests
  readonly seed: Seeded | undefined
  /** Calls an operation of the API as an administrator. */
  readonly call: (operation: string, input: object) => Promise<Response>
  /** Puts the database back to how a new one begins. Requests that come meanwhile wait for it. */
  readonly plantAnew: () => Promise<void>
  /** Aborted when the pool closes. */
  readonly closing: AbortSignal
}
