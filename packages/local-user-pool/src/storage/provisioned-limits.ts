import type { Database } from './database.ts'

/** Requests per second, by category; those that were never set are not there. */
export class ProvisionedLimitTable {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  get(category: string): number | undefined {
    return this.#database.get<{ value: number }>(
      'SELECT value FROM provisioned_limits WHERE category = ?',
      category,
    )?.value
  }

  put(category: string, value: number): void {
    this.#database.run(
      `INSERT INTO provisioned_limits (category, value) VALUES (?, ?)
       ON CONFLICT DO UPDATE SET value = excluded.value`,
      category,
      value,
    )
  }
}
