import type { JWTPayload } from 'jose'
import { resourceNotFound } from '../protocol/exceptions.ts'
import type { GroupType } from '../protocol/types.generated.ts'
import { GroupTable } from '../storage/groups.ts'
import type { UserPool } from './user-pools.ts'
import type { User } from './users.ts'
import type { World } from './world.ts'

/** A user can be in this many groups (documented). */
const groupsPerUser = 100

export class Groups {
  readonly #table: GroupTable

  constructor({ database }: World) {
    this.#table = new GroupTable(database)
  }

  has(pool: UserPool, name: string): boolean {
    return this.#table.get(pool.Id, name) !== undefined
  }

  /** @throws ResourceNotFoundException */
  get(pool: UserPool, name: string): GroupType {
    const group = this.#table.get(pool.Id, name)
    // observed: "Group not found.", in public code bases.
    if (!group) throw resourceNotFound('Group not found.')
    return group
  }

  save(pool: UserPool, name: string, group: GroupType): GroupType {
    this.#table.put(pool.Id, name, group)
    return group
  }

  delete(pool: UserPool, name: string): void {
    this.#table.delete(pool.Id, name)
  }

  list(pool: UserPool, after: string, limit: number): GroupType[] {
    return this.#table.list(pool.Id, after, limit)
  }

  add({ poolId, username }: User, name: string): void {
    this.#table.addMember(poolId, name, username)
  }

  remove({ poolId, username }: User, name: string): void {
    this.#table.removeMember(poolId, name, username)
  }

  /** Usernames of the members. */
  members(pool: UserPool, name: string, after: string, limit: number): string[] {
    return this.#table.members(pool.Id, name, after, limit)
  }

  ofUser({ poolId, username }: User, after: string, limit: number): readonly GroupType[] {
    return this.#table.ofUser(poolId, username, after, limit)
  }

  /**
   * What tokens say about a user's groups; nothing where there are none.
   */
  // documented: the preferred role is that of the group with the lowest precedence; none where groups of the same
  // precedence have different roles.
  claimsOf(user: User): { readonly access: JWTPayload; readonly id: JWTPayload } {
    const groups = this.ofUser(user, '', groupsPerUser)
    if (groups.length === 0) return { access: {}, id: {} }
    const names = { 'cognito:groups': groups.map(({ GroupName = '' }) => GroupName) }
    const byPrecedence = groups
      .filter(({ RoleArn }) => RoleArn)
      .sort((one, other) => (one.Precedence ?? Infinity) - (other.Precedence ?? Infinity))
    const [first] = byPrecedence
    const isPreferred = byPrecedence.every(
      ({ Precedence, RoleArn }) => Precedence !== first?.Precedence || RoleArn === first?.RoleArn,
    )
    return {
      access: names,
      id: {
        ...names,
        ...(first && { 'cognito:roles': byPrecedence.map(({ RoleArn = '' }) => RoleArn) }),
        ...(first && isPreferred && { 'cognito:preferred_role': first.RoleArn }),
      },
    }
  }
}
