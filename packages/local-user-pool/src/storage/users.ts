import type { Attributes } from '../core/schema.ts'
import type { Verifier } from '../core/srp.ts'
import type { UserStatusType } from '../protocol/types.generated.ts'
import type { Database } from './database.ts'
import { Remembered } from './remembered.ts'

/** A way to prove, after the password, that it is really the user; named as its challenge is. */
export type SecondFactor = 'SMS_MFA' | 'EMAIL_OTP' | 'SOFTWARE_TOKEN_MFA'

/** What a user has set up beside the password. */
export interface Factors {
  readonly enabled: readonly SecondFactor[]
  readonly preferred?: SecondFactor | undefined
  /** An authenticator app that has shown that it knows the secret. */
  readonly totp?: Totp | undefined
  /** A secret that was handed out and not shown to be known yet. */
  readonly pendingTotpSecret?: string | undefined
}

export interface Totp {
  /** Base32. */
  readonly secret: string
  /** The 30-second step of the last code that was accepted: none is accepted twice. */
  readonly lastStep: number
  readonly name?: string | undefined
}

/** A user as stored. Times are milliseconds since 1970. */
export interface UserRecord {
  readonly poolId: string
  readonly username: string
  readonly sub: string
  readonly status: UserStatusType
  readonly enabled: boolean
  /** Salt and SRP verifier, hexadecimal; null while the user has no password. */
  readonly salt: string | null
  readonly verifier: string | null
  /** When a temporary password ends; null for one that is not temporary. */
  readonly passwordExpiresAt: number | null
  /** Earlier passwords, the latest first, as far as the pool wants to know them. */
  readonly formerPasswords: readonly Verifier[]
  readonly attributes: Attributes
  readonly factors: Factors
  readonly createdAt: number
  readonly modifiedAt: number
}

type Row = Omit<UserRecord, 'enabled' | 'formerPasswords' | 'attributes' | 'factors'> & {
  enabled: number
  formerPasswords: string
  attributes: string
  factors: string
}

const columns = `pool_id AS poolId, username, sub, status, enabled, salt, verifier,
  password_expires_at AS passwordExpiresAt, former_passwords AS formerPasswords, attributes, factors,
  created_at AS createdAt, modified_at AS modifiedAt`

/** What users are looked for by: as their indexes have it, which SQLite has to be told to use. */
const lookups = {
  sub: 'lower(sub)',
  email: "lower(attributes ->> '$.email')",
  phone_number: "lower(attributes ->> '$.phone_number')",
}

export type Lookup = keyof typeof lookups

export class UserTable {
  readonly #database: Database
  readonly #users: Remembered<UserRecord | undefined>
  readonly #usernames: Remembered<string | undefined>

  constructor(database: Database) {
    this.#database = database
    this.#users = new Remembered(database, 'users')
    this.#usernames = new Remembered(database, 'logins')
  }

  get(poolId: string, username: string): UserRecord | undefined {
    return this.#users.of(`${poolId}/${username}`, () => {
      const row = this.#database.get<Row>(
        `SELECT ${columns} FROM users WHERE pool_id = ? AND username = ?`,
        poolId,
        username,
      )
      return row && fromRow(row)
    })
  }

  put(user: UserRecord): void {
    this.#database.run(
      `INSERT INTO users (pool_id, username, sub, status, enabled, salt, verifier, password_expires_at, former_passwords,
         attributes, factors, created_at, modified_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET status = excluded.status, enabled = excluded.enabled, salt = excluded.salt,
         verifier = excluded.verifier, password_expires_at = excluded.password_expires_at,
         former_passwords = excluded.former_passwords, attributes = excluded.attributes, factors = excluded.factors, modified_at = excluded.modified_at`,
      user.poolId,
      user.username,
      user.sub,
      user.status,
      Number(user.enabled),
      user.salt,
      user.verifier,
      user.passwordExpiresAt,
      JSON.stringify(user.formerPasswords),
      JSON.stringify(user.attributes),
      JSON.stringify(user.factors),
      user.createdAt,
      user.modifiedAt,
    )
  }

  delete(poolId: string, username: string): void {
    this.#database.run('DELETE FROM users WHERE pool_id = ? AND username = ?', poolId, username)
  }

  count(poolId: string): number {
    return (
      this.#database.get<{ count: number }>('SELECT count(*) AS count FROM users WHERE pool_id = ?', poolId)
        ?.count ?? 0
    )
  }

  /** Up to `limit` users of the pool whose username comes after `after`, in the order of their usernames. */
  list(poolId: string, after: string, limit: number): UserRecord[] {
    return this.#database
      .all<Row>(
        `SELECT ${columns} FROM users WHERE pool_id = ? AND username > ? ORDER BY username LIMIT ?`,
        poolId,
        after,
        limit,
      )
      .map(fromRow)
  }

  /** The same of those alone who have that value, whatever the case of its ASCII letters. */
  listBy(name: Lookup, poolId: string, value: string, after: string, limit: number): UserRecord[] {
    return this.#database
      .all<Row>(
        `SELECT ${columns} FROM users INDEXED BY users_by_${name}
         WHERE pool_id = ? AND ${lookups[name]} = lower(?) AND username > ?
         ORDER BY username LIMIT ?`,
        poolId,
        value,
        after,
        limit,
      )
      .map(fromRow)
  }

  /** Whom a text names that was typed at sign-in; it is folded already. */
  usernameOf(poolId: string, login: string): string | undefined {
    return this.#usernames.of(
      `${poolId}/${login}`,
      () =>
        this.#database.get<{ username: string }>(
          'SELECT username FROM logins WHERE pool_id = ? AND login = ?',
          poolId,
          login,
        )?.username,
    )
  }

  /** Whose attribute `identities` lists that one, told by that claim. */
  usernameOfIdentity(
    poolId: string,
    providerName: string,
    userId: string,
    claim: string,
  ): string | undefined {
    return this.#database.get<{ username: string }>(
      `SELECT username FROM users INDEXED BY users_with_identities, json_each(attributes ->> '$.identities') AS identity
       WHERE pool_id = ? AND attributes ->> '$.identities' IS NOT NULL
         AND identity.value ->> '$.providerName' = ? AND identity.value ->> '$.userId' = ?
         AND coalesce(identity.value ->> '$.claim', 'sub') = ?`,
      poolId,
      providerName,
      userId,
      claim,
    )?.username
  }

  /** Makes these the texts that name the user. None of them may name another: that is the caller's to check. */
  putLogins(poolId: string, username: string, logins: readonly string[]): void {
    this.#database.run('DELETE FROM logins WHERE pool_id = ? AND username = ?', poolId, username)
    for (const login of logins) {
      this.#database.run(
        'INSERT INTO logins (pool_id, login, username) VALUES (?, ?, ?)',
        poolId,
        login,
        username,
      )
    }
  }
}

function fromRow(row: Row): UserRecord {
  return {
    ...row,
    enabled: row.enabled === 1,
    formerPasswords: JSON.parse(row.formerPasswords),
    attributes: JSON.parse(row.attributes),
    factors: JSON.parse(row.factors),
  }
}
