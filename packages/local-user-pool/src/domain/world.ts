import type { Random } from '../core/srp.ts'
import type { Database } from '../storage/database.ts'
import type { Calculate } from './arithmetic.ts'
import type { TriggerName } from './trigger-events.ts'
import type { TriggerWorld } from './triggers.ts'

/** What the domain takes from outside: time, randomness, storage, triggers, and where the pool can be reached. */
export interface World extends TriggerWorld {
  readonly database: Database
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly random: Random
  /** Resolves when so many milliseconds are over, of real time: what the clock says does not matter. */
  readonly pause: (milliseconds: number) => Promise<unknown>
  /** Does the arithmetic of sign-ins. */
  readonly calculate: Calculate
  /** The region that new pools are in, as their ids say. */
  readonly region: string
  /** Where the pool is reached, without a slash at the end; `iss` of a token is this and the pool's id. */
  readonly endpoint: string
  /** Where the OAuth 2.0 endpoints and the managed login pages are reached, without a slash at the end. */
  readonly domainEndpoint: string
  /** What every code is that is sent; without it, each is a new one. */
  readonly fixedCode?: string | undefined
  /** Told of what a trigger throws that nobody waits for. */
  readonly onTriggerError: (name: TriggerName, error: unknown) => void
}

/** A time as the API writes it: seconds since 1970. */
export const seconds = (milliseconds: number) => milliseconds / 1000
