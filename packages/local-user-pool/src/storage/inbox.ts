import type { Database } from './database.ts'

export type DeliveryKind = 'sign-up' | 'sign-in' | 'reset' | 'verification' | 'invitation'

/** What a user of the real Cognito would find in their e-mails or text messages. */
export interface Delivery {
  readonly poolId: string
  readonly username: string
  readonly medium: 'EMAIL' | 'SMS'
  readonly destination: string
  readonly kind: DeliveryKind
  /** The code; for an invitation the temporary password. */
  readonly secret: string
  /** In the words of the pool's CustomMessage; null where it has none. */
  readonly subject: string | null
  readonly text: string | null
  readonly sentAt: number
}

export class InboxTable {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  insert({ poolId, username, medium, destination, kind, secret, subject, text, sentAt }: Delivery): void {
    this.#database.run(
      `INSERT INTO inbox (pool_id, username, medium, destination, kind, secret, subject, text, sent_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      poolId,
      username,
      medium,
      destination,
      kind,
      secret,
      subject,
      text,
      sentAt,
    )
  }

  /** The latest first: all or those to one address, as far as they came after the one with that id. */
  list(limit: number, destination?: string, after = 0): (Delivery & { readonly id: number })[] {
    return this.#database.all(
      `SELECT id, pool_id AS poolId, username, medium, destination, kind, secret, subject, text,
         sent_at AS sentAt
       FROM inbox WHERE lower(destination) = lower(coalesce(?, destination)) AND id > ? ORDER BY id DESC LIMIT ?`,
      destination ?? null,
      after,
      limit,
    )
  }

  /** Takes away all, or those to one address. */
  delete(destination?: string): void {
    this.#database.run(
      'DELETE FROM inbox WHERE lower(destination) = lower(coalesce(?, destination))',
      destination ?? null,
    )
  }

  deleteOf(poolId: string, username: string, kind: DeliveryKind): void {
    this.#database.run(
      'DELETE FROM inbox WHERE pool_id = ? AND username = ? AND kind = ?',
      poolId,
      username,
      kind,
    )
  }

  keepLatest(count: number): void {
    this.#database.run('DELETE FROM inbox WHERE id <= (SELECT max(id) FROM inbox) - ?', count)
  }
}
