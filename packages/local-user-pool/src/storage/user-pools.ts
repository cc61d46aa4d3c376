import type { UserPoolType } from '../protocol/types.generated.ts'
import type { Database } from './database.ts'
import { ParsedDocuments } from './parsed-documents.ts'

export class UserPoolTable {
  readonly #database: Database
  readonly #documents = new ParsedDocuments<UserPoolType>()

  constructor(database: Database) {
    this.#database = database
  }

  get(id: string): UserPoolType | undefined {
    const row = this.#database.get<{ document: string }>('SELECT document FROM user_pools WHERE id = ?', id)
    return row && this.#documents.of(id, row.document)
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
