import type { Database } from './database.ts'

/** Secrets that the database made for itself: signing keys, its authority, the secret behind simulated users. */
export class KeyTable {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  get(name: string): string | undefined {
    return this.#database.get<{ value: string }>('SELECT value FROM keys WHERE name = ?', name)?.value
  }

  /** Keeps the first value that is put under the name, and answers it. */
  put(name: string, value: string): string {
    this.#database.run('INSERT INTO keys (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING', name, value)
    return this.get(name) ?? value
  }

  /** Keeps the value in the place of what was under the name. */
  replace(name: string, value: string): void {
    this.#database.run('INSERT OR REPLACE INTO keys (name, value) VALUES (?, ?)', name, value)
  }
}
