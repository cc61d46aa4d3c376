import type { UserImportJobType } from '../protocol/types.generated.ts'
import type { Database } from './database.ts'

/** An import job as stored. */
export interface ImportJobRecord {
  /** Later jobs have higher numbers. */
  readonly sequence: number
  readonly job: UserImportJobType
  /** What was uploaded; null before that, and when the job has ended. */
  readonly csv: string | null
}

interface Row {
  readonly sequence: number
  readonly document: string
  readonly csv: string | null
}

export class ImportJobTable {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  get(id: string): ImportJobRecord | undefined {
    const row = this.#database.get<Row>('SELECT sequence, document, csv FROM import_jobs WHERE id = ?', id)
    return row && fromRow(row)
  }

  insert(poolId: string, id: string, job: UserImportJobType): void {
    this.#database.run(
      'INSERT INTO import_jobs (pool_id, id, document) VALUES (?, ?, ?)',
      poolId,
      id,
      JSON.stringify(job),
    )
  }

  update(id: string, job: UserImportJobType, csv: string | null): void {
    this.#database.run(
      'UPDATE import_jobs SET document = ?, csv = ? WHERE id = ?',
      JSON.stringify(job),
      csv,
      id,
    )
  }

  /** Up to `limit` jobs of the pool that were made before the one with that number, the latest first. */
  list(poolId: string, before: number, limit: number): ImportJobRecord[] {
    return this.#database
      .all<Row>(
        `SELECT sequence, document, NULL AS csv FROM import_jobs WHERE pool_id = ? AND sequence < ?
         ORDER BY sequence DESC LIMIT ?`,
        poolId,
        before,
        limit,
      )
      .map(fromRow)
  }
}

const fromRow = ({ sequence, document, csv }: Row): ImportJobRecord => ({
  sequence,
  job: JSON.parse(document),
  csv,
})
