import type { GroupType } from '../protocol/types.generated.ts'
import type { Database } from './database.ts'
import { Remembered } from './remembered.ts'

export class GroupTable {
  readonly #database: Database
  readonly #ofUsers: Remembered<readonly GroupType[]>

  constructor(database: Database) {
    this.#database = database
    this.#ofUsers = new Remembered(database, 'group_members', 'user_pool_groups')
  }

  get(poolId: string, name: string): GroupType | undefined {
    const row = this.#database.get<{ document: string }>(
      'SELECT document FROM user_pool_groups WHERE pool_id = ? AND name = ?',
      poolId,
      name,
    )
    return row && JSON.parse(row.document)
  }

  put(poolId: string, name: string, document: GroupType): void {
    this.#database.run(
      `INSERT INTO user_pool_groups (pool_id, name, document) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET document = excluded.document`,
      poolId,
      name,
      JSON.stringify(document),
    )
  }

  delete(poolId: string, name: string): void {
    this.#database.run('DELETE FROM user_pool_groups WHERE pool_id = ? AND name = ?', poolId, name)
  }

  /** Up to `limit` groups of the pool whose name comes after `after`, in the order of their names. */
  list(poolId: string, after: string, limit: number): GroupType[] {
    return this.#database
      .all<{ document: string }>(
        'SELECT document FROM user_pool_groups WHERE pool_id = ? AND name > ? ORDER BY name LIMIT ?',
        poolId,
        after,
        limit,
      )
      .map(({ document }) => JSON.parse(document))
  }

  addMember(poolId: string, name: string, username: string): void {
    this.#database.run(
      'INSERT INTO group_members (pool_id, group_name, username) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      poolId,
      name,
      username,
    )
  }

  removeMember(poolId: string, name: string, username: string): void {
    this.#database.run(
      'DELETE FROM group_members WHERE pool_id = ? AND group_name = ? AND username = ?',
      poolId,
      name,
      username,
    )
  }

  /** Usernames of up to `limit` members that come after `after`, in order. */
  members(poolId: string, name: string, after: string, limit: number): string[] {
    return this.#database
      .all<{ username: string }>(
        `SELECT username FROM group_members WHERE pool_id = ? AND group_name = ? AND username > ?
         ORDER BY username LIMIT ?`,
        poolId,
        name,
        after,
        limit,
      )
      .map(({ username }) => username)
  }

  /** Up to `limit` groups of the user whose name comes after `after`, in the order of their names. */
  ofUser(poolId: string, username: string, after: string, limit: number): readonly GroupType[] {
    return this.#ofUsers.of(JSON.stringify([poolId, username, after, limit]), () =>
      this.#database
        .all<{ document: string }>(
          `SELECT document FROM group_members
           JOIN user_pool_groups ON user_pool_groups.pool_id = group_members.pool_id AND name = group_name
           WHERE group_members.pool_id = ? AND username = ? AND group_name > ? ORDER BY group_name LIMIT ?`,
          poolId,
          username,
          after,
          limit,
        )
        .map(({ document }) => JSON.parse(document)),
    )
  }
}
