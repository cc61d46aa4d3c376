import type { Database } from './database.ts'

/** Somebody who is signed in at the managed login pages, in one browser. Times are milliseconds since 1970. */
export interface LoginSessionRecord {
  /** The hash of what the browser's cookie says. */
  readonly id: string
  readonly poolId: string
  readonly username: string
  /** When they proved who they are. */
  readonly authTime: number
  readonly expiresAt: number
}

export class LoginSessionTable {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  insert({ id, poolId, username, authTime, expiresAt }: LoginSessionRecord): void {
    this.#database.run(
      'INSERT INTO login_sessions (id, pool_id, username, auth_time, expires_at) VALUES (?, ?, ?, ?, ?)',
      id,
      poolId,
      username,
      authTime,
      expiresAt,
    )
  }

  get(id: string): LoginSessionRecord | undefined {
    return this.#database.get<LoginSessionRecord>(
      `SELECT id, pool_id AS poolId, username, auth_time AS authTime, expires_at AS expiresAt
       FROM login_sessions WHERE id = ?`,
      id,
    )
  }

  delete(id: string): void {
    this.#database.run('DELETE FROM login_sessions WHERE id = ?', id)
  }

  deleteExpired(now: number): void {
    this.#database.run('DELETE FROM login_sessions WHERE expires_at <= ?', now)
  }
}
