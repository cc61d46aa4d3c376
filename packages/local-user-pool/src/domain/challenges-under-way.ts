import { newToken } from '../core/identifiers.ts'
import { sha256 } from '../core/sha256.ts'
import { notAuthorized } from '../protocol/exceptions.ts'
import { type ChallengeRecord, ChallengeTable, type Question } from '../storage/challenges.ts'
import type { Client } from './clients.ts'
import type { World } from './world.ts'

/** Whom a question was asked; kept with each. */
export interface Addressee {
  /** What was typed, where that may name nobody. */
  readonly login?: string
  readonly username: string
  /** Undefined for nobody. Somebody else may have the username by the time the answer comes. */
  readonly sub: string | undefined
}

/** Questions that were asked and not answered yet, found by an unguessable handle: a Session or a SECRET_BLOCK. */
export class ChallengesUnderWay {
  readonly #world: World
  readonly #table: ChallengeTable

  constructor(world: World) {
    this.#world = world
    this.#table = new ChallengeTable(world.database)
  }

  /**
   * Remembers a question that somebody is asked: its type sees to it that the answer finds whom.
   *
   * @param state whom it is asked, and what the challenge's own file needs when the answer comes
   * @returns the handle, base64url
   */
  ask<State extends Addressee>(client: Client, name: Question, state: State): string {
    return this.remember(client, name, state)
  }

  /**
   * The same for what is asked nobody who is known yet.
   *
   * @param minutes how long it may take
   */
  remember(client: Client, name: Question, state: object, minutes = client.AuthSessionValidity ?? 3): string {
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
    if (challenge.used) throw usedBefore()
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

  /** Notes that a question was answered again, for whoever is still at work on the first answer. */
  noteReplay({ id }: ChallengeRecord): void {
    this.#table.noteReplay(id)
  }

  /**
   * Takes off the question of a Session.
   *
   * @throws NotAuthorizedException where another answer was faster
   */
  take(challenge: ChallengeRecord): void {
    if (!this.consume(challenge)) throw usedBefore()
  }

  /** Forgets up to `limit` that have ended; answers how many. */
  sweep(limit: number): number {
    return this.#table.deleteExpired(this.#world.clock(), limit)
  }
}

const usedBefore = () => notAuthorized('Invalid session for the user, session can only be used once.')

/** Handles are stored as hashes: who reads the database cannot continue a sign-in. */
const idOf = sha256
