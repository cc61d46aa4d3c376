import type { Database } from './database.ts'

/** Documents of pools, told apart by what they are and by a key; a pool has each key of a kind once. */
export class PoolDocumentTable<Document> {
  readonly #database: Database
  readonly #kind: string

  constructor(database: Database, kind: string) {
    this.#database = database
    this.#kind = kind
  }

  get(poolId: string, key: string): Document | undefined {
    return this.#read('pool_id = ? AND kind = ? AND key = ?', poolId, this.#kind, key)[0]
  }

  /** The document of that key in whichever pool comes first: for keys that no two pools share. */
  anywhere(key: string): Document | undefined {
    return this.#read('kind = ? AND key = ?', this.#kind, key)[0]
  }

  ofClient(poolId: string, clientId: string): Document[] {
    return this.#read('pool_id = ? AND kind = ? AND client_id = ?', poolId, this.#kind, clientId)
  }

  /** Up to `limit` documents of the pool whose key comes after `after`, in the order of their keys. */
  list(poolId: string, after: string, limit: number): Document[] {
    return this.#read(
      'pool_id = ? AND kind = ? AND key > ? ORDER BY key LIMIT ?',
      poolId,
      this.#kind,
      after,
      limit,
    )
  }

  count(poolId: string): number {
    const row = this.#database.get<{ count: number }>(
      'SELECT count(*) AS count FROM pool_documents WHERE pool_id = ? AND kind = ?',
      poolId,
      this.#kind,
    )
    return row?.count ?? 0
  }

  /** @param clientId the app client that a new document goes with; one that is there already stays with its own */
  put(poolId: string, key: string, clientId: string | undefined, document: Document): void {
    this.#database.run(
      `INSERT INTO pool_documents (pool_id, kind, key, client_id, document) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (pool_id, kind, key) DO UPDATE SET document = excluded.document`,
      poolId,
      this.#kind,
      key,
      clientId ?? null,
      JSON.stringify(document),
    )
  }

  delete(poolId: string, key: string): void {
    this.#database.run(
      'DELETE FROM pool_documents WHERE pool_id = ? AND kind = ? AND key = ?',
      poolId,
      this.#kind,
      key,
    )
  }

  #read(where: string, ...values: (string | number)[]): Document[] {
    return this.#database
      .all<{ document: string }>(`SELECT document FROM pool_documents WHERE ${where}`, ...values)
      .map(({ document }) => JSON.parse(document))
  }
}
