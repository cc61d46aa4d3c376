import type { Database } from './database.ts'

/** A passkey as stored. */
export interface PasskeyRecord {
  /** In the order they were registered. */
  readonly id: number
  readonly poolId: string
  readonly username: string
  /** Base64url, as the authenticator made it. */
  readonly credentialId: string
  /** COSE, base64url. */
  readonly publicKey: string
  /** How often the authenticator says that it has signed; 0 where it does not count. */
  readonly counter: number
  readonly relyingPartyId: string
  readonly name: string
  readonly attachment: string | null
  readonly transports: readonly string[]
  /** Milliseconds since 1970. */
  readonly createdAt: number
}

type Row = Omit<PasskeyRecord, 'transports'> & { transports: string }

const columns = `id, pool_id AS poolId, username, credential_id AS credentialId, public_key AS publicKey, counter,
  relying_party_id AS relyingPartyId, name, attachment, transports, created_at AS createdAt`

export class PasskeyTable {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  insert(passkey: Omit<PasskeyRecord, 'id'>): void {
    this.#database.run(
      `INSERT INTO passkeys (pool_id, username, credential_id, public_key, counter, relying_party_id, name, attachment,
         transports, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      passkey.poolId,
      passkey.username,
      passkey.credentialId,
      passkey.publicKey,
      passkey.counter,
      passkey.relyingPartyId,
      passkey.name,
      passkey.attachment,
      JSON.stringify(passkey.transports),
      passkey.createdAt,
    )
  }

  /** Whoever's it is. */
  get(poolId: string, credentialId: string): PasskeyRecord | undefined {
    const row = this.#database.get<Row>(
      `SELECT ${columns} FROM passkeys WHERE pool_id = ? AND credential_id = ?`,
      poolId,
      credentialId,
    )
    return row && fromRow(row)
  }

  /** Up to `limit` passkeys of the user that came after `after`. */
  list(poolId: string, username: string, after: number, limit: number): PasskeyRecord[] {
    return this.#database
      .all<Row>(
        `SELECT ${columns} FROM passkeys WHERE pool_id = ? AND username = ? AND id > ? ORDER BY id LIMIT ?`,
        poolId,
        username,
        after,
        limit,
      )
      .map(fromRow)
  }

  /** Puts the counter on; false where the passkey was used, or deleted, since it was read. */
  count({ id, counter }: PasskeyRecord, next: number): boolean {
    return (
      this.#database.run(
        'UPDATE passkeys SET counter = ? WHERE id = ? AND counter = ?',
        next,
        id,
        counter,
      ) === 1
    )
  }

  delete({ id }: PasskeyRecord): void {
    this.#database.run('DELETE FROM passkeys WHERE id = ?', id)
  }
}

const fromRow = (row: Row): PasskeyRecord => ({ ...row, transports: JSON.parse(row.transports) })
