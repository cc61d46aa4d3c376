import type { Failures } from '../core/lockout.ts'
import type { Database } from './database.ts'

/** Failed sign-ins, and what may be done only a few times an hour. A login is the folded text that was typed. */
export class AttemptTable {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  failures(poolId: string, login: string): Failures | undefined {
    return this.#database.get<Failures>(
      `SELECT count, locked_until AS lockedUntil, last_attempt_at AS lastAttemptAt
       FROM failures WHERE pool_id = ? AND login = ?`,
      poolId,
      login,
    )
  }

  /** Does nothing where the pool has gone meanwhile. */
  putFailures(poolId: string, login: string, { count, lockedUntil, lastAttemptAt }: Failures): void {
    this.#database.run(
      `INSERT INTO failures (pool_id, login, count, locked_until, last_attempt_at) SELECT id, ?, ?, ?, ? FROM user_pools WHERE id = ?
       ON CONFLICT DO UPDATE SET count = excluded.count, locked_until = excluded.locked_until,
         last_attempt_at = excluded.last_attempt_at`,
      login,
      count,
      lockedUntil,
      lastAttemptAt,
      poolId,
    )
  }

  deleteFailures(poolId: string, login: string): void {
    this.#database.run('DELETE FROM failures WHERE pool_id = ? AND login = ?', poolId, login)
  }

  /** How often this was done after `since`. */
  count(poolId: string, login: string, kind: string, since: number): number {
    const row = this.#database.get<{ count: number }>(
      'SELECT count(*) AS count FROM attempts WHERE pool_id = ? AND login = ? AND kind = ? AND at > ?',
      poolId,
      login,
      kind,
      since,
    )
    return row?.count ?? 0
  }

  insert(poolId: string, login: string, kind: string, at: number): void {
    this.#database.run(
      'INSERT INTO attempts (pool_id, login, kind, at) VALUES (?, ?, ?, ?)',
      poolId,
      login,
      kind,
      at,
    )
  }

  /** Forgets how often this was done. */
  delete(poolId: string, login: string, kind: string): void {
    this.#database.run(
      'DELETE FROM attempts WHERE pool_id = ? AND login = ? AND kind = ?',
      poolId,
      login,
      kind,
    )
  }

  deleteBefore(time: number): void {
    this.#database.run('DELETE FROM attempts WHERE at <= ?', time)
    this.#database.run('DELETE FROM failures WHERE max(last_attempt_at, locked_until) <= ?', time)
  }
}
