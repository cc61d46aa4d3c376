import type { Database } from './database.ts'

/** One sign-in: every token that came of it carries its `origin_jti`. Times are milliseconds since 1970. */
export interface SignInRecord {
  readonly originJti: string
  readonly poolId: string
  readonly clientId: string
  readonly username: string
  readonly authTime: number
  /** When its refresh tokens end. */
  readonly expiresAt: number
  readonly revoked: boolean
  /** The device that signed in; null where the pool tells none apart. */
  readonly deviceKey: string | null
  /** What its access tokens allow, with blanks between; null where the API signed in, which allows one thing. */
  readonly scope: string | null
  /** What its access tokens are for, where a grant said so. */
  readonly resource: string | null
}

/** A refresh token with the sign-in that it belongs to. */
export interface RefreshTokenRecord extends SignInRecord {
  readonly hash: string
  /** When rotation put another in its place; null while it is the current one. */
  readonly replacedAt: number | null
}

type SignInRow = Omit<SignInRecord, 'revoked'> & { revoked: number }
type RefreshTokenRow = Omit<RefreshTokenRecord, 'revoked'> & { revoked: number }

const columns = `sign_ins.origin_jti AS originJti, pool_id AS poolId, client_id AS clientId, username,
  auth_time AS authTime, expires_at AS expiresAt, revoked, device_key AS deviceKey, scope, resource`

export class SignInTable {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  insert({
    originJti,
    poolId,
    clientId,
    username,
    authTime,
    expiresAt,
    deviceKey,
    scope,
    resource,
  }: Omit<SignInRecord, 'revoked'>): void {
    this.#database.run(
      `INSERT INTO sign_ins (origin_jti, pool_id, client_id, username, auth_time, expires_at, device_key, scope, resource)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      originJti,
      poolId,
      clientId,
      username,
      authTime,
      expiresAt,
      deviceKey,
      scope,
      resource,
    )
  }

  get(originJti: string): SignInRecord | undefined {
    const row = this.#database.get<SignInRow>(
      `SELECT ${columns} FROM sign_ins WHERE origin_jti = ?`,
      originJti,
    )
    return row && { ...row, revoked: row.revoked === 1 }
  }

  revoke(originJti: string): void {
    this.#database.run('UPDATE sign_ins SET revoked = 1 WHERE origin_jti = ?', originJti)
  }

  revokeAllOf(poolId: string, username: string): void {
    this.#database.run('UPDATE sign_ins SET revoked = 1 WHERE pool_id = ? AND username = ?', poolId, username)
  }

  revokeAllOfDevice(poolId: string, username: string, deviceKey: string): void {
    this.#database.run(
      'UPDATE sign_ins SET revoked = 1 WHERE pool_id = ? AND username = ? AND device_key = ?',
      poolId,
      username,
      deviceKey,
    )
  }

  /** Deletes up to `limit` that have ended, with their refresh tokens; answers how many. */
  deleteExpired(now: number, limit: number): number {
    return this.#database.run(
      `DELETE FROM sign_ins
       WHERE origin_jti IN (SELECT origin_jti FROM sign_ins WHERE expires_at <= ? LIMIT ?)`,
      now,
      limit,
    )
  }

  insertRefreshToken(hash: string, originJti: string): void {
    this.#database.run('INSERT INTO refresh_tokens (hash, origin_jti) VALUES (?, ?)', hash, originJti)
  }

  getRefreshToken(hash: string): RefreshTokenRecord | undefined {
    const row = this.#database.get<RefreshTokenRow>(
      `SELECT ${columns}, hash, replaced_at AS replacedAt
       FROM refresh_tokens JOIN sign_ins USING (origin_jti) WHERE hash = ?`,
      hash,
    )
    return row && { ...row, revoked: row.revoked === 1 }
  }

  /** Marks the token as rotated out; false where that happened before. */
  replaceRefreshToken(hash: string, now: number): boolean {
    return (
      this.#database.run(
        'UPDATE refresh_tokens SET replaced_at = ? WHERE hash = ? AND replaced_at IS NULL',
        now,
        hash,
      ) === 1
    )
  }
}
