import type { Database } from './database.ts'

/** What a code is for; verifying an attribute, or its new value, names it and the value. */
export type CodePurpose = 'reset' | `sign-up:${string}` | `verify:${string}` | `update:${string}`

/** A code that was sent and not used yet. */
export interface CodeRecord {
  readonly poolId: string
  readonly username: string
  readonly purpose: CodePurpose
  readonly code: string
  readonly expiresAt: number
}

export class CodeTable {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** The new code replaces one that was sent for the same purpose before. */
  put({ poolId, username, purpose, code, expiresAt }: CodeRecord): void {
    this.#database.run(
      `INSERT INTO codes (pool_id, username, purpose, code, expires_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET code = excluded.code, expires_at = excluded.expires_at`,
      poolId,
      username,
      purpose,
      code,
      expiresAt,
    )
  }

  get(poolId: string, username: string, purpose: CodePurpose): CodeRecord | undefined {
    return this.#database.get<CodeRecord>(
      `SELECT pool_id AS poolId, username, purpose, code, expires_at AS expiresAt
       FROM codes WHERE pool_id = ? AND username = ? AND purpose = ?`,
      poolId,
      username,
      purpose,
    )
  }

  /** What the codes of a user are for, as far as it begins so. */
  purposesOf(poolId: string, username: string, beginning: string): CodePurpose[] {
    return this.#database
      .all<Pick<CodeRecord, 'purpose'>>(
        `SELECT purpose FROM codes
         WHERE pool_id = ? AND username = ? AND substr(purpose, 1, length(?3)) = ?3`,
        poolId,
        username,
        beginning,
      )
      .map(({ purpose }) => purpose)
  }

  delete(poolId: string, username: string, purpose: CodePurpose): void {
    this.#database.run(
      'DELETE FROM codes WHERE pool_id = ? AND username = ? AND purpose = ?',
      poolId,
      username,
      purpose,
    )
  }

  deleteExpired(now: number): void {
    this.#database.run('DELETE FROM codes WHERE expires_at <= ?', now)
  }

  /** Takes the code away; false where it is not (or no longer) this one. */
  consume({ poolId, username, purpose, code }: CodeRecord): boolean {
    const changes = this.#database.run(
      'DELETE FROM codes WHERE pool_id = ? AND username = ? AND purpose = ? AND code = ?',
      poolId,
      username,
      purpose,
      code,
    )
    return changes === 1
  }
}
