import type { UserPoolClientType } from '../protocol/types.generated.ts'
import type { Database } from './database.ts'
import { Remembered } from './remembered.ts'

export class UserPoolClientTable {
  readonly #database: Database
  readonly #clients: Remembered<UserPoolClientType | undefined>

  constructor(database: Database) {
    this.#database = database
    this.#clients = new Remembered(database, 'user_pool_clients')
  }

  get(id: string): UserPoolClientType | undefined {
    return this.#clients.of(id, () => {
      const row = this.#database.get<{ document: string }>(
        'SELECT document FROM user_pool_clients WHERE id = ?',
        id,
      )
      return row && JSON.parse(row.document)
    })
  }

  put(id: string, poolId: string, document: UserPoolClientType): void {
    this.#database.run(
      `INSERT INTO user_pool_clients (id, pool_id, document) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET document = excluded.document`,
      id,
      poolId,
      JSON.stringify(document),
    )
  }

  delete(id: string): void {
    this.#database.run('DELETE FROM user_pool_clients WHERE id = ?', id)
  }

  /** Up to `limit` clients of the pool whose id comes after `after`, in the order of their ids. */
  list(poolId: string, after: string, limit: number): UserPoolClientType[] {
    return this.#database
      .all<{ document: string }>(
        'SELECT document FROM user_pool_clients WHERE pool_id = ? AND id > ? ORDER BY id LIMIT ?',
        poolId,
        after,
        limit,
      )
      .map(({ document }) => JSON.parse(document))
  }
}
