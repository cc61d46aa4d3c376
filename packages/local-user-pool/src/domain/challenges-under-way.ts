import { createHash } from 'node:crypto'
import { newToken } from '../core/identifiers.ts'
import { notAuthorized } from '../protocol/exceptions.ts'
import { type ChallengeRecord, ChallengeTable, type Question } from '../storage/challenges.ts'
import type { Client } from './clients.ts'
import type { World } from './world.ts'

/** Questions that were asked and not answered yet, found by an unguessable handle: a Session or a SECRET_BLOCK. */
export class ChallengesUnderWay {
  readonly #world: World
  readonly #table: ChallengeTable

  constructor(world: World) {
    this.#world = world
    this.#table = new ChallengeTable(world.database)
  }

  /**
   * Remembers a question.
   *
   * @param state what the challenge's own file needs when the answer comes
   * @param minutes how long it may take
   * @returns the handle, base64url
   */
  ask(client: Client, name: Question, state: object, minutes = client.AuthSessionValidity ?? 3): string {
    const handle = newToken(96, this.#world.random)
    this.#table.insert({
      id: idOf(handle),
      poolId: client.UserPoolId,
      clientId: client.ClientId,
      name,
      state,
      expiresAt: this.#world.clock() + minutes * 60_000,
    })
    return handle
  }

  /** The question that belongs to the handle, if this client may answer it now. */
  find<State>(
    client: Client,
    name: Question | readonly Question[],
    handle: string,
  ): (ChallengeRecord & { state: State }) | undefined {
    const challenge = this.#table.get(idOf(handle))
    const isIts = challenge?.clientId === client.ClientId && [name].flat().includes(challenge.name)
    return isIts ? (challenge as ChallengeRecord & { state: State }) : undefined
  }

  /** The question with that handle, through whichever client it was asked, and whether or not it is over. */
  ofHandle<State>(name: Question, handle: string): (ChallengeRecord & { state: State }) | undefined {
    const challenge = this.#table.get(idOf(handle))
    return challenge?.name === name ? (challenge as ChallengeRecord & { state: State }) : undefined
  }

  /**
   * The question that belongs to a Session.
   *
   * @throws NotAuthorizedException where it is unknown, answered already, or too old
   */
  ofSession<State>(
    client: Client,
    name: Question | readonly Question[],
    session: string,
  ): ChallengeRecord & { state: State } {
    const challenge = this.find<State>(client, name, session)
    if (!challenge) throw notAuthorized('Invalid session for the user.')
    if (challenge.used) throw alreadyUsed()
    if (this.isOver(challenge)) throw notAuthorized('Invalid session for the user, session is expired.')
    return challenge
  }

  /**
   * Through which client a Session began, for operations that are told nothing else.
   *
   * @throws NotAuthorizedException
   */
  origin(session: string): Pick<ChallengeRecord, 'clientId' | 'poolId'> {
    const challenge = this.#table.get(idOf(session))
    if (!challenge) throw notAuthorized('Invalid session for the user.')
    return challenge
  }

  isOver({ expiresAt }: ChallengeRecord): boolean {
    return expiresAt <= this.#world.clock()
  }

  /** Takes the question off; false where another answer was faster. */
  consume({ id }: ChallengeRecord): boolean {
    return this.#table.consume(id)
  }

  sweep(): void {
    this.#table.deleteExpired(this.#world.clock())
  }
}

export const alreadyUsed = () => notAuthorized('Invalid session for the user, session can only be used once.')

/** Handles are stored as hashes: who reads the database cannot continue a sign-in. */
function idOf(handle: string): string {
  return createHash('sha256').update(handle).digest('base64url')
}
