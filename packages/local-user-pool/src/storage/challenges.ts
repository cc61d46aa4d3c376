import type { ChallengeNameType } from '../protocol/types.generated.ts'
import type { Database } from './database.ts'

/** What a handle may stand for: a challenge, or what has a handle but no name in the API. */
export type Question =
  | ChallengeNameType
  | 'SIGN_UP'
  | 'WEB_AUTHN_REGISTRATION'
  | 'AUTHORIZATION_CODE'
  | 'FEDERATED_SIGN_IN'
  | 'STAND_IN'

/** A challenge under way. */
export interface ChallengeRecord {
  /** The hash of the Session or SECRET_BLOCK that finds it. */
  readonly id: string
  readonly poolId: string
  readonly clientId: string
  readonly name: Question
  /** What the challenge's own file remembers between question and answer. */
  readonly state: unknown
  readonly expiresAt: number
  readonly used: boolean
  /** Whether the handle came again after that. */
  readonly replayed: boolean
}

type Row = Omit<ChallengeRecord, 'state' | 'used' | 'replayed'> & { state: string; used: number }

export class ChallengeTable {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  insert({ id, poolId, clientId, name, state, expiresAt }: Omit<ChallengeRecord, 'used' | 'replayed'>): void {
    this.#database.run(
      'INSERT INTO challenges (id, pool_id, client_id, name, state, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
      id,
      poolId,
      clientId,
      name,
      JSON.stringify(state),
      expiresAt,
    )
  }

  get(id: string): ChallengeRecord | undefined {
    const row = this.#database.get<Row>(
      `SELECT id, pool_id AS poolId, client_id AS clientId, name, state, expires_at AS expiresAt, used
       FROM challenges WHERE id = ?`,
      id,
    )
    return row && { ...row, state: JSON.parse(row.state), used: row.used > 0, replayed: row.used > 1 }
  }

  /** Marks it as answered; false where somebody else did before. It stays, to be recognised, until it expires. */
  consume(id: string): boolean {
    return this.#database.run('UPDATE challenges SET used = 1 WHERE id = ? AND used = 0', id) === 1
  }

  /** Notes that the handle of one that was answered came again. */
  noteReplay(id: string): void {
    this.#database.run('UPDATE challenges SET used = 2 WHERE id = ? AND used > 0', id)
  }

  /** Deletes up to `limit` that have ended; answers how many. */
  deleteExpired(now: number, limit: number): number {
    return this.#database.run(
      'DELETE FROM challenges WHERE id IN (SELECT id FROM challenges WHERE expires_at <= ? LIMIT ?)',
      now,
      limit,
    )
  }
}
