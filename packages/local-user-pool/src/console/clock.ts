import { objectOf, UnusableRequestError } from './unusable-request.ts'

/**
 * The pool's clock: the one that it was given, and what it was moved by since. It goes on from wherever it is put. The
 * move is in memory alone: a pool that starts anew has the right time.
 */
export class MovableClock {
  readonly #given: () => number
  #moved = 0

  /** @param given milliseconds since 1970 */
  constructor(given: () => number) {
    this.#given = given
  }

  readonly now = (): number => this.#given() + this.#moved

  /** By how many milliseconds it is ahead of the clock that it was given; negative where it is behind. */
  get moved(): number {
    return this.#moved
  }

  set(time: number): void {
    this.#moved = time - this.#given()
  }

  advance(milliseconds: number): void {
    this.#moved += milliseconds
  }

  reset(): void {
    this.#moved = 0
  }
}

/** The years that tokens and dates can speak of. */
const isTime = (time: number) => time >= 0 && time < Date.UTC(10_000)

/**
 * Moves the clock as a JSON body says: `{ "now": "2027-01-01T00:00:00Z" }` or `{ "advance": 3600 }`, in seconds.
 *
 * @throws UnusableRequestError
 */
export function moveClock(clock: MovableClock, text: string): void {
  const { now, advance, ...others } = objectOf(text, '{ "advance": 3600 }')
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) {
    throw new UnusableRequestError(`${unknown} is unknown; the clock takes now or advance.`)
  }
  if ((now === undefined) === (advance === undefined)) {
    throw new UnusableRequestError('The clock takes either now, a time, or advance, a number of seconds.')
  }
  const time = now === undefined ? clock.now() + secondsOf(advance) * 1000 : timeOf(now)
  if (!isTime(time)) throw new UnusableRequestError('The clock goes from 1970 to 9999.')
  clock.set(time)
}

function timeOf(now: unknown): number {
  const isZoned = typeof now === 'string' && /(Z|[+-]\d\d:\d\d)$/.test(now)
  const time = isZoned ? Date.parse(now) : Number.NaN
  if (!Number.isNaN(time)) return time
  throw new UnusableRequestError('now must be a time with its zone, such as "2027-01-01T00:00:00Z".')
}

function secondsOf(advance: unknown): number {
  if (typeof advance === 'number' && Number.isFinite(advance)) return advance
  throw new UnusableRequestError('advance must be a number of seconds, such as 3600.')
}
