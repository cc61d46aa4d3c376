import type { Decision } from '../protocol/dispatch.ts'

/** A request of the API, or of the OAuth 2.0 endpoints, and what became of it. No password, token or code is in it. */
export interface SeenRequest {
  readonly id: number
  /** By the pool's clock; milliseconds since 1970. */
  readonly at: number
  /** Empty where the request names none; of the OAuth 2.0 endpoints, method and path. */
  readonly operation: string
  /** What the request is about: the members of it that are no secret. */
  readonly about: Readonly<Record<string, string>>
  /** `ok`, the name of an exception, or `fault`. */
  readonly outcome: string
  /** What comes next in a sign-in, what was wrong, or which fault it was. */
  readonly detail: string
}

/** The members that are shown; of two that mean the same, the first that is there. */
const shown: Readonly<Record<string, readonly (readonly string[])[]>> = {
  user: [['Username'], ['AuthParameters', 'USERNAME'], ['ChallengeResponses', 'USERNAME']],
  client: [['ClientId']],
  pool: [['UserPoolId']],
  flow: [['AuthFlow']],
  challenge: [['ChallengeName']],
  group: [['GroupName']],
}

const longestText = 200

/** The latest requests of the API. They are in memory alone. */
export class Requests {
  readonly #clock: () => number
  readonly #listeners = new Set<(request: SeenRequest) => void>()
  #latest: readonly SeenRequest[] = []
  #next = 1

  constructor(clock: () => number) {
    this.#clock = clock
  }

  /** Notes what an operation answered. */
  decided({ operation, input, output, exception }: Decision): void {
    // What the client is told may repeat what it sent; the reason does not.
    const detail = exception ? (exception.reason ?? exception.message) : nextOf(output)
    this.noted({ operation, about: aboutOf(input), outcome: exception?.name ?? 'ok', detail })
  }

  /** Notes that a fault answered in the place of an operation, or after it. */
  struck(operation: string, fault: string): void {
    this.noted({ operation, about: {}, outcome: 'fault', detail: fault })
  }

  /** The latest first, as far as they came after the one with that id. */
  list(after = 0): readonly SeenRequest[] {
    return this.#latest.filter(({ id }) => id > after)
  }

  clear(): void {
    this.#latest = []
  }

  /** Calls the listener for each request from now on; answers how to stop. */
  onRequest(listener: (request: SeenRequest) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Notes a request that is no operation's. */
  noted(seen: Omit<SeenRequest, 'id' | 'at'>): void {
    const request = { id: this.#next, at: this.#clock(), ...seen }
    this.#next += 1
    this.#latest = [request, ...this.#latest.slice(0, 199)]
    // In a task of its own: a listener that throws is its owner's affair.
    for (const listener of this.#listeners) queueMicrotask(() => listener(request))
  }
}

function aboutOf(input: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(shown).flatMap(([name, paths]) => {
      const value = paths.map((path) => at(input, path)).find((found) => typeof found === 'string')
      return typeof value === 'string' ? [[name, value.slice(0, longestText)]] : []
    }),
  )
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (current, name) =>
      current instanceof Object && Object.hasOwn(current, name) ? (current as never)[name] : undefined,
    value,
  )

function nextOf(output: object = {}): string {
  const challenge = at(output, ['ChallengeName'])
  if (typeof challenge === 'string') return `asks for ${challenge}`
  return at(output, ['AuthenticationResult']) instanceof Object ? 'tokens issued' : ''
}
