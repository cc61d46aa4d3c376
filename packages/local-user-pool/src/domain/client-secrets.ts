import { invalidParameter, limitExceeded, resourceNotFound } from '../protocol/exceptions.ts'
import { seconds } from './world.ts'

/** One of the secrets of an app client. */
export interface ClientSecret {
  readonly Id: string
  readonly Value: string
  /** Seconds since 1970. */
  readonly CreationDate: number
}

// documented: an app client may have two secrets at a time.
const mostSecrets = 2

/**
 * A secret under an id of its own.
 *
 * @param now milliseconds since 1970
 */
// documented: the id of a client secret is the client's, two hyphens, and the time. assumed: in milliseconds.
export function newSecret(
  clientId: string,
  Value: string,
  now: number,
  others: readonly ClientSecret[] = [],
): ClientSecret {
  const idAt = (time: number) => `${clientId}--${time}`
  let time = now
  while (others.some(({ Id }) => Id === idAt(time))) time += 1
  return { Id: idAt(time), Value, CreationDate: seconds(now) }
}

/** Refuses another secret for a client that needs none, or has as many as there may be. */
export function checkRoomForSecret(secrets: readonly ClientSecret[]): void {
  // assumed: the words of both refusals.
  if (secrets.length === 0) throw invalidParameter('The client was made without a secret.')
  if (secrets.length >= mostSecrets) {
    throw limitExceeded(`A client may have no more than ${mostSecrets} secrets.`)
  }
}

/** The secrets without one of them, which must not be the last. */
// documented: the last secret of a client cannot be deleted. assumed: the words of both refusals.
export function withoutSecret(secrets: readonly ClientSecret[], id: string): ClientSecret[] {
  const left = secrets.filter(({ Id }) => Id !== id)
  if (left.length === secrets.length) throw resourceNotFound(`Client secret ${id} does not exist.`)
  if (left.length === 0) throw invalidParameter('The last secret of a client cannot be deleted.')
  return left
}
