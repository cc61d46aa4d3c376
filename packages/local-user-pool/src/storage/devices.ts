import type { Database } from './database.ts'

/** A device that a user has confirmed. Times are milliseconds since 1970. */
export interface DeviceRecord {
  readonly poolId: string
  readonly username: string
  readonly key: string
  readonly name: string | null
  /** Salt and SRP verifier of the device's own password, hexadecimal. */
  readonly salt: string
  readonly verifier: string
  readonly remembered: boolean
  readonly createdAt: number
  readonly modifiedAt: number
  readonly authenticatedAt: number
}

type Row = Omit<DeviceRecord, 'remembered'> & { remembered: number }

const columns = `pool_id AS poolId, username, key, name, salt, verifier, remembered, created_at AS createdAt,
  modified_at AS modifiedAt, authenticated_at AS authenticatedAt`

export class DeviceTable {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  get(poolId: string, username: string, key: string): DeviceRecord | undefined {
    const row = this.#database.get<Row>(
      `SELECT ${columns} FROM devices WHERE pool_id = ? AND username = ? AND key = ?`,
      poolId,
      username,
      key,
    )
    return row && fromRow(row)
  }

  /** Up to `limit` devices of the user whose key comes after `after`, in the order of their keys. */
  list(poolId: string, username: string, after: string, limit: number): DeviceRecord[] {
    return this.#database
      .all<Row>(
        `SELECT ${columns} FROM devices WHERE pool_id = ? AND username = ? AND key > ? ORDER BY key LIMIT ?`,
        poolId,
        username,
        after,
        limit,
      )
      .map(fromRow)
  }

  insert(device: DeviceRecord): void {
    this.#database.run(
      `INSERT INTO devices (pool_id, username, key, name, salt, verifier, remembered, created_at, modified_at,
         authenticated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      device.poolId,
      device.username,
      device.key,
      device.name,
      device.salt,
      device.verifier,
      Number(device.remembered),
      device.createdAt,
      device.modifiedAt,
      device.authenticatedAt,
    )
  }

  setRemembered({ poolId, username, key }: DeviceRecord, remembered: boolean, now: number): void {
    this.#database.run(
      'UPDATE devices SET remembered = ?, modified_at = ? WHERE pool_id = ? AND username = ? AND key = ?',
      Number(remembered),
      now,
      poolId,
      username,
      key,
    )
  }

  /** Notes a sign-in; false where the device is gone. */
  setAuthenticated({ poolId, username, key }: DeviceRecord, now: number): boolean {
    return (
      this.#database.run(
        'UPDATE devices SET authenticated_at = ? WHERE pool_id = ? AND username = ? AND key = ?',
        now,
        poolId,
        username,
        key,
      ) === 1
    )
  }

  delete({ poolId, username, key }: DeviceRecord): void {
    this.#database.run(
      'DELETE FROM devices WHERE pool_id = ? AND username = ? AND key = ?',
      poolId,
      username,
      key,
    )
  }
}

function fromRow(row: Row): DeviceRecord {
  return { ...row, remembered: row.remembered === 1 }
}
