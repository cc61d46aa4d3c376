import { newUuid } from '../core/identifiers.ts'
import { CognitoException, resourceNotFound, userPoolAddOnNotEnabled } from '../protocol/exceptions.ts'
import type { EventResponseType, EventType, FeedbackValueType } from '../protocol/types.generated.ts'
import { AuthEventTable } from '../storage/auth-events.ts'
import type { UserPool } from './user-pools.ts'
import type { User } from './users.ts'
import { seconds, type World } from './world.ts'

/** What users did, as threat protection records it. No risk is ever found here. */
// documented: the kinds of events and of responses (AuthEventType). assumed: which response is when: a sign-up and a
// forgotten password are in progress until the code that was sent has come back, and a wrong code is a failure. What
// administrators do is no event.
export class AuthEvents {
  readonly #world: World
  readonly #table: AuthEventTable

  constructor(world: World) {
    this.#world = world
    this.#table = new AuthEventTable(world.database)
  }

  /** Records an event, where the pool does so at all. */
  record(pool: UserPool, user: User, type: EventType, response: EventResponseType): void {
    if (!isThreatProtected(pool)) return
    const id = newUuid(this.#world.random)
    this.#table.insert(user, id, {
      EventId: id,
      EventType: type,
      EventResponse: response,
      CreationDate: seconds(this.#world.clock()),
      EventRisk: { RiskDecision: 'NoRisk', CompromisedCredentialsDetected: false },
    })
  }

  /** Does what is recorded as an event: one that failed where it is refused. */
  attempt<Result>(pool: UserPool, user: User, type: EventType, work: () => Result): Result {
    try {
      const result = work()
      this.record(pool, user, type, 'Pass')
      return result
    } catch (error) {
      if (error instanceof CognitoException) this.record(pool, user, type, 'Fail')
      throw error
    }
  }

  /** The user's events before the one with that number, the latest first. */
  list(user: User, before: number, limit: number) {
    return this.#table.list(user, before, limit)
  }

  /** @throws ResourceNotFoundException where the user has no such event */
  giveFeedback(user: User, id: string, FeedbackValue: FeedbackValueType, Provider: string): void {
    const event = this.#table.get(user, id)
    // assumed: the words.
    if (!event) throw resourceNotFound('Event does not exist.')
    const FeedbackDate = seconds(this.#world.clock())
    this.#table.update(id, { ...event, EventFeedback: { FeedbackValue, Provider, FeedbackDate } })
  }
}

const isThreatProtected = ({ UserPoolAddOns }: UserPool) =>
  (UserPoolAddOns?.AdvancedSecurityMode ?? 'OFF') !== 'OFF'

/** @throws UserPoolAddOnNotEnabledException where threat protection is off */
export function checkThreatProtection(pool: UserPool): void {
  // assumed: the words; the model explains the exception.
  if (!isThreatProtected(pool)) throw userPoolAddOnNotEnabled('User pool add-ons are not enabled.')
}
