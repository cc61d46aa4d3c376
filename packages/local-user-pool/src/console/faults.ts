import { setTimeout } from 'node:timers/promises'
import { failure, internalError } from '../protocol/dispatch.ts'
import { CognitoException } from '../protocol/exceptions.ts'
import type { Fault } from './fault.ts'

/**
 * The connection was cut, so that there is no answer: what `fetch` of a pool rejects with where a fault says so. A door
 * closes the connection then; a test that speaks to the pool without one lets its request fail.
 */
export class ConnectionCutError extends Error {
  override readonly name = 'ConnectionCutError'
  /** What Node calls it when a server does this, by which clients know that they may try again. */
  readonly code = 'ECONNRESET'

  constructor() {
    super('A fault of the local user pool cut the connection.')
  }
}

/** The faults that are set. They are in memory alone: a pool that starts anew is calm. */
export class Faults {
  readonly #newRequestId: () => string
  readonly #closing: AbortSignal
  readonly #onStrike: (operation: string, fault: string) => void
  #set: readonly { readonly fault: Fault; struck: number }[] = []

  /**
   * @param closing ends what is being delayed
   * @param onStrike told of each strike that answers or cuts, and by what
   */
  constructor(
    newRequestId: () => string,
    closing: AbortSignal,
    onStrike: (operation: string, fault: string) => void,
  ) {
    this.#newRequestId = newRequestId
    this.#closing = closing
    this.#onStrike = onStrike
  }

  /** What is set, and how often each has struck. One that has struck all its times stays in the list. */
  list(): readonly (Fault & { readonly struck: number })[] {
    return this.#set.map(({ fault, struck }) => ({ ...fault, struck }))
  }

  /** Puts these in the place of all that were set. */
  replace(faults: readonly Fault[]): void {
    this.#set = faults.map((fault) => ({ fault, struck: 0 }))
  }

  /** Puts one more at the end of the list. */
  add(fault: Fault): void {
    this.#set = [...this.#set, { fault, struck: 0 }]
  }

  /** Takes away the one at that place of the list, if there is one. */
  remove(index: number): void {
    this.#set = this.#set.filter((_, place) => place !== index)
  }

  /**
   * Answers a request: as the work for it does, unless a fault answers.
   *
   * @param name the operation of the API, or the path of an endpoint of OAuth 2.0
   * @throws ConnectionCutError where there is no answer
   */
  async around(name: string, request: Request, work: () => Promise<Response>): Promise<Response> {
    const before = await this.#strike('before', name, request)
    if (before) return before
    const response = await work()
    return (await this.#strike('after', name, request)) ?? response
  }

  /** Strikes in the order of the list, up to the first fault that answers or cuts. */
  async #strike(when: 'before' | 'after', name: string, request: Request): Promise<Response | undefined> {
    for (const entry of this.#set) {
      const { fault } = entry
      const isMeant = (fault.when ?? 'before') === when && (fault.operation ?? name) === name
      if (!isMeant || entry.struck === fault.times) continue
      entry.struck += 1
      switch (fault.kind) {
        case 'delay':
          await this.#delay(fault.milliseconds, request.signal)
          break
        case 'status':
          this.#onStrike(name, `status ${fault.status}, ${when} the operation`)
          return answer(fault.status, name, this.#newRequestId())
        case 'cut':
          this.#onStrike(name, `cut, ${when} the operation`)
          throw new ConnectionCutError()
      }
    }
    return undefined
  }

  /** Nobody waits any more where the client has gone or the pool has closed: that is a cut, too. */
  async #delay(milliseconds: number, client: AbortSignal): Promise<void> {
    const signal = AbortSignal.any([client, this.#closing])
    await setTimeout(milliseconds, undefined, { signal }).catch(() => {
      throw new ConnectionCutError()
    })
  }
}

function answer(
  status: Extract<Fault, { kind: 'status' }>['status'],
  operation: string,
  requestId: string,
): Response {
  switch (status) {
    case 400:
    case 429:
      // observed: too many requests get the status 400, with this wording (amplify-js issues 3554, 6767; botocore 1732).
      // assumed: a 429, should there be one, says the same as Cognito's own 400.
      return failure(new CognitoException('TooManyRequestsException', 'Rate exceeded', status), requestId)
    case 500:
      return failure(internalError(operation), requestId)
    case 503:
      // assumed: a 503 comes from in front of the service and has no body.
      return new Response(null, { status })
  }
}
