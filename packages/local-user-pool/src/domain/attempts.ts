import { afterFailure, failuresLeft, isLocked, noFailures } from '../core/lockout.ts'
import { codeMismatch, limitExceeded, notAuthorized } from '../protocol/exceptions.ts'
import { AttemptTable } from '../storage/attempts.ts'
import type { AuthEvents } from './auth-events.ts'
import type { UserPool } from './user-pools.ts'
import { folded, type User } from './users.ts'
import type { World } from './world.ts'

const hour = 60 * 60 * 1000

// documented: how often an hour, per user (developer guide, limits). ForgotPassword and ConfirmForgotPassword are
// 5 to 20, depending on a risk that only Cognito knows.
const perHour = {
  ConfirmSignUp: 15,
  VerifyUserAttribute: 15,
  ResendConfirmationCode: 5,
  ChangePassword: 5,
  GetUserAttributeVerificationCode: 5,
  ForgotPassword: 5,
  ConfirmForgotPassword: 5,
} as const

/** Wrong codes in the place of a password, an hour, whichever Sessions they came with. */
// observed: a published measurement: six in one Session are each answered as wrong, and do not lock it.
// assumed: from the eleventh on none is looked at.
const wrongCodesPerHour = 10
const wrongCode = 'WrongCode'

/** Counts what people try: failed sign-ins towards the lockout, and what may be done only a few times an hour. */
export class Attempts {
  readonly #world: World
  readonly #authEvents: AuthEvents
  readonly #table: AttemptTable
  /** How many guesses about somebody are being looked at elsewhere. */
  readonly #guesses = new Map<string, number>()

  constructor(world: World, authEvents: AuthEvents) {
    this.#world = world
    this.#authEvents = authEvents
    this.#table = new AttemptTable(world.database)
  }

  /** Refuses a sign-in, whatever its password, while the user is locked out. Such a try does not count. */
  checkLock(pool: UserPool, login: string, user: User | undefined): void {
    const failures = this.#table.failures(pool.Id, subject(pool, login, user))
    if (failures && isLocked(failures, this.#world.clock())) throw passwordAttemptsExceeded()
  }

  /**
   * Has a password looked at elsewhere, which takes its time, unless the user is locked out. No more are looked at at
   * once than may fail before the next lock, so that many at once are not worth more than one after another.
   */
  // assumed: those beyond are answered as if the lock had begun.
  async guess<Result>(pool: UserPool, login: string, look: () => Promise<Result>): Promise<Result> {
    this.checkLock(pool, login, undefined)
    const nobody = subject(pool, login, undefined)
    const name = `${pool.Id}${nobody}`
    const underWay = this.#guesses.get(name) ?? 0
    const failures = this.#table.failures(pool.Id, nobody) ?? noFailures
    if (underWay >= failuresLeft(failures, this.#world.clock())) throw passwordAttemptsExceeded()
    this.#guesses.set(name, underWay + 1)
    try {
      return await look()
    } finally {
      const left = (this.#guesses.get(name) ?? 1) - 1
      if (left > 0) this.#guesses.set(name, left)
      else this.#guesses.delete(name)
    }
  }

  /** Counts a failed sign-in and answers the exception to throw. */
  refuse(
    pool: UserPool,
    login: string,
    user: User | undefined,
    refusal: () => Error = incorrectUsernameOrPassword,
  ): Error {
    const name = subject(pool, login, user)
    return this.#world.database.transaction(() => {
      const failures = this.#table.failures(pool.Id, name) ?? noFailures
      const now = this.#world.clock()
      // A try that was under way when the lock began: it must not learn whether its password was right.
      if (isLocked(failures, now)) return passwordAttemptsExceeded()
      this.#table.putFailures(pool.Id, name, afterFailure(failures, now))
      if (user) this.#authEvents.record(pool, user, 'SignIn', 'Fail')
      return refusal()
    })
  }

  /** Refuses a code in the place of a password, right or wrong, where too many were wrong. */
  checkCodes(pool: UserPool, login: string, user: User | undefined): void {
    const since = this.#world.clock() - hour
    const wrong = this.#table.count(pool.Id, subject(pool, login, user), wrongCode, since)
    if (wrong >= wrongCodesPerHour) throw passwordAttemptsExceeded()
  }

  /** Counts a wrong code in the place of a password and answers the exception to throw. */
  // assumed: it also counts towards the lockout of whatever is tried next.
  refuseCode(pool: UserPool, login: string, user: User | undefined): Error {
    this.#table.insert(pool.Id, subject(pool, login, user), wrongCode, this.#world.clock())
    this.refuse(pool, login, user)
    return codeMismatch('Invalid code or auth state for the user.')
  }

  /** Forgets the failures of a user who signed in. */
  forgive(pool: UserPool, user: User): void {
    const name = subject(pool, user.username, user)
    // Mostly there are none, and what is deleted has other tables looked at again.
    if (this.#table.failures(pool.Id, name)) this.#table.deleteFailures(pool.Id, name)
    if (this.#table.count(pool.Id, name, wrongCode, 0) > 0) this.#table.delete(pool.Id, name, wrongCode)
  }

  /** Counts one try of something that may be done only a few times an hour; refuses one too many. */
  spend(pool: UserPool, login: string, user: User | undefined, kind: keyof typeof perHour): void {
    const name = subject(pool, login, user)
    const now = this.#world.clock()
    if (this.#table.count(pool.Id, name, kind, now - hour) >= perHour[kind]) {
      throw limitExceeded('Attempt limit exceeded, please try after some time.')
    }
    this.#table.insert(pool.Id, name, kind, now)
  }

  /** Whether this was done within the last hour. */
  wasSpent(pool: UserPool, login: string, user: User | undefined, kind: keyof typeof perHour): boolean {
    return this.#table.count(pool.Id, subject(pool, login, user), kind, this.#world.clock() - hour) > 0
  }

  /** Forgets what no longer counts. */
  sweep(): void {
    this.#table.deleteBefore(this.#world.clock() - hour)
  }
}

/**
 * Whom an attempt counts for: the person, so that neither another alias nor a later user of the same name shares
 * it. Names of nobody count too, so that an answer does not tell who exists.
 */
function subject(pool: UserPool, login: string, user: User | undefined): string {
  return user ? user.sub : `?${folded(pool, login)}`
}

/** @param reason for the console; the answer never tells */
export const incorrectUsernameOrPassword = (reason?: string) => {
  const exception = notAuthorized('Incorrect username or password.')
  return reason === undefined ? exception : exception.because(reason)
}

const passwordAttemptsExceeded = () =>
  notAuthorized('Password attempts exceeded').because('locked out for a while, after failed attempts')
