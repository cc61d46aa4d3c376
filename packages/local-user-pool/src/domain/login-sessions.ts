import { newToken } from '../core/identifiers.ts'
import { sha256 } from '../core/sha256.ts'
import { LoginSessionTable } from '../storage/login-sessions.ts'
import type { UserPool } from './user-pools.ts'
import type { User, Users } from './users.ts'
import type { World } from './world.ts'

// documented: the session of managed login lasts an hour, and is not prolonged.
const lifetime = 60 * 60 * 1000

/** Somebody whom the managed login pages know, and since when. */
export interface LoggedIn {
  readonly user: User
  /** When they proved who they are; milliseconds since 1970. */
  readonly authTime: number
}

/** Who is signed in at the managed login pages, by what their browser's cookie says. */
// documented: neither GlobalSignOut nor the revocation of a token ends it; /logout does.
export class LoginSessions {
  readonly #world: World
  readonly #users: Users
  readonly #table: LoginSessionTable

  constructor(world: World, users: Users) {
    this.#world = world
    this.#users = users
    this.#table = new LoginSessionTable(world.database)
  }

  /** @returns what the cookie is to say, base64url */
  begin({ poolId, username }: User): string {
    const handle = newToken(32, this.#world.random)
    const authTime = this.#world.clock()
    this.#table.insert({
      id: idOf(handle),
      poolId,
      username,
      authTime,
      expiresAt: authTime + lifetime,
    })
    return handle
  }

  /** Who that is; undefined where the session is over, is another pool's, or its user may not sign in any more. */
  find(pool: UserPool, handle: string): LoggedIn | undefined {
    const session = this.#table.get(idOf(handle))
    if (session?.poolId !== pool.Id || session.expiresAt <= this.#world.clock()) return undefined
    const user = this.#users.find(pool, session.username)
    // assumed: a new password does not end it, as it does not end tokens; that one has to be chosen does.
    return user?.enabled && user.status !== 'RESET_REQUIRED'
      ? { user, authTime: session.authTime }
      : undefined
  }

  end(handle: string): void {
    this.#table.delete(idOf(handle))
  }

  sweep(): void {
    this.#table.deleteExpired(this.#world.clock())
  }
}

/** Cookies are stored as hashes: who reads the database is not signed in by it. */
const idOf = sha256
