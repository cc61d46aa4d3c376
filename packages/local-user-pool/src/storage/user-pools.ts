import type { UserPoolType } from '../protocol/types.generated.ts'
import type { Database } from './database.ts'
import { Remembered } from './remembered.ts'

export class UserPoolTable {
  readonly #database: Database
  readonly #pools: Remembered<UserPoolType | undefined>

  constructor(database: Database) {
    this.#database = database
    this.#pools = new Remembered(database, 'user_pools')
  }

  get(id: string): UserPoolType | undefined {
    return this.#pools.of(id, () => {
      const row = this.#database.get<{ document: string }>('SELECT document FROM user_pools WHERE id = ?', id)
      return row && JSON.parse(row.document)
    })
  }

  put(id: string, document: UserPoolType): void {
    this.#database.run(
      'INSERT INTO user_pools (id, document) VALUES (?, ?) ON CONFLICT DO UPDATE SET document = excluded.document',
      id,
      JSON.stringify(document),
    )
  }

  delete(id: string): void {
    this.#database.run('DELETE FROM user_pools WHERE id = ?', id)
  }

  /** Up to `limit` pools whose id comes after `after`, in the order of their ids. */
  list(after: string, limit: number): UserPoolType[] {
    return this.#database
      .all<{ document: string }>(
        'SELECT document FROM user_pools WHERE id > ? ORDER BY id LIMIT ?',
        after,
        limit,
      )
      .map(({ document }) => JSON.parse(document))
  }
}
