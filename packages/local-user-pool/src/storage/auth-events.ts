import type { AuthEventType } from '../protocol/types.generated.ts'
import type { Database } from './database.ts'

/** Whose event it is. */
interface Owner {
  readonly poolId: string
  readonly username: string
  readonly sub: string
}

/** What users did, as threat protection records it. Later events have higher numbers. */
export class AuthEventTable {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Keeps the event, unless its owner has gone meanwhile. */
  insert({ poolId, username, sub }: Owner, id: string, event: AuthEventType): void {
    this.#database.run(
      `INSERT INTO auth_events (id, pool_id, username, document)
       SELECT ?, pool_id, username, ? FROM users WHERE pool_id = ? AND username = ? AND sub = ?`,
      id,
      JSON.stringify(event),
      poolId,
      username,
      sub,
    )
  }

  get({ poolId, username }: Owner, id: string): AuthEventType | undefined {
    const row = this.#database.get<{ document: string }>(
      'SELECT document FROM auth_events WHERE id = ? AND pool_id = ? AND username = ?',
      id,
      poolId,
      username,
    )
    return row && JSON.parse(row.document)
  }

  update(id: string, event: AuthEventType): void {
    this.#database.run('UPDATE auth_events SET document = ? WHERE id = ?', JSON.stringify(event), id)
  }

  /** Up to `limit` events of the user that came before the one with that number, the latest first. */
  list(
    { poolId, username }: Owner,
    before: number,
    limit: number,
  ): { readonly sequence: number; readonly event: AuthEventType }[] {
    return this.#database
      .all<{ sequence: number; document: string }>(
        `SELECT sequence, document FROM auth_events WHERE pool_id = ? AND username = ? AND sequence < ?
         ORDER BY sequence DESC LIMIT ?`,
        poolId,
        username,
        before,
        limit,
      )
      .map(({ sequence, document }) => ({ sequence, event: JSON.parse(document) }))
  }
}
