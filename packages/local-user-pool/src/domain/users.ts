import { newUuid } from '../core/identifiers.ts'
import { type Attributes, isEmail, isPhoneNumber, withoutBlanks } from '../core/schema.ts'
import {
  CognitoException,
  invalidParameter,
  passwordResetRequired,
  userNotConfirmed,
  userNotFound,
} from '../protocol/exceptions.ts'
import type { AttributeType, UserType } from '../protocol/types.generated.ts'
import { type Lookup, type UserRecord, UserTable } from '../storage/users.ts'
import type { Addressee } from './challenges-under-way.ts'
import type { UserPool } from './user-pools.ts'
import { seconds, type World } from './world.ts'

export type User = UserRecord

/** Thrown by `create` and `change` where a name or alias belongs to another user. Sign-up words it differently. */
export class LoginTakenError extends CognitoException {
  readonly by: 'username' | 'email' | 'phone_number' | 'preferred_username'

  constructor(by: LoginTakenError['by']) {
    super('AliasExistsException', `An account with the ${by} already exists.`)
    this.by = by
  }
}

export class Users {
  readonly #world: World
  readonly #table: UserTable

  constructor(world: World) {
    this.#world = world
    this.#table = new UserTable(world.database)
  }

  /** The user whom that text names at sign-in: a username or an alias. */
  find(pool: UserPool, login: string): User | undefined {
    const username = this.#table.usernameOf(pool.Id, folded(pool, login))
    return username === undefined ? undefined : this.#table.get(pool.Id, username)
  }

  /** @throws UserNotFoundException */
  get(pool: UserPool, login: string): User {
    const user = this.find(pool, login)
    if (!user) throw noSuchUser()
    return user
  }

  /**
   * The user as they are now, which may be other than they were when the operation read them; undefined where they are
   * gone, whoever has the name by now.
   */
  still(pool: UserPool, { username, sub }: Addressee): User | undefined {
    const user = this.#table.get(pool.Id, username)
    return user?.sub === sub ? user : undefined
  }

  /**
   * The same for whom there is nothing to do without.
   *
   * @throws UserNotFoundException where they are gone by now
   */
  current(pool: UserPool, person: Addressee): User {
    const user = this.still(pool, person)
    if (!user) throw noSuchUser()
    return user
  }

  /**
   * Makes a user. In a pool where people sign in by e-mail or phone, the login becomes that attribute and the
   * username is a UUID.
   *
   * @throws LoginTakenError
   */
  create(
    pool: UserPool,
    login: string,
    attributes: Attributes,
    fields: Pick<User, 'status'> & Partial<User>,
  ): User {
    const sub = fields.sub ?? newSub(this.#world)
    // documented: whoever signs in by a provider has one username, made of what they are there.
    const isExternal = fields.status === 'EXTERNAL_PROVIDER'
    const byAttribute =
      pool.UsernameAttributes?.length && !isExternal ? loginAttribute(pool, login) : undefined
    if (!isExternal) checkUsername(pool, login)
    const now = this.#world.clock()
    const user: User = {
      poolId: pool.Id,
      username: byAttribute ? sub : login,
      sub,
      enabled: true,
      salt: null,
      verifier: null,
      passwordExpiresAt: null,
      formerPasswords: [],
      factors: { enabled: [] },
      attributes: { ...withoutBlanks(attributes), ...(byAttribute && { [byAttribute]: login }), sub },
      createdAt: now,
      modifiedAt: now,
      ...fields,
    }
    this.#write(pool, user)
    return user
  }

  /**
   * Takes over a user who has been made elsewhere, under the name that they have there.
   *
   * @throws LoginTakenError
   */
  takeOver(pool: UserPool, user: User): User {
    this.#write(pool, user)
    return user
  }

  /**
   * Changes a user as they are now, which may be other than they were when the operation read them.
   *
   * @throws LoginTakenError, UserNotFoundException where the user is gone by now
   */
  change(
    pool: UserPool,
    { username, sub }: User,
    change: Partial<User> | ((current: User) => Partial<User>),
  ): User {
    return this.#world.database.transaction(() => {
      const current = this.#table.get(pool.Id, username)
      // Somebody else may have the name by now.
      if (current?.sub !== sub) throw noSuchUser()
      const fields = typeof change === 'function' ? change(current) : change
      const changed = {
        ...current,
        ...fields,
        formerPasswords: formerPasswords(pool, current, fields),
        modifiedAt: this.#world.clock(),
      }
      this.#write(pool, changed)
      return changed
    })
  }

  /** The user who is, or is linked to, somebody at a provider, of whom it says `userId` by that claim. */
  ofIdentity(pool: UserPool, providerName: string, userId: string, claim: string): User | undefined {
    const username = this.#table.usernameOfIdentity(pool.Id, providerName, userId, claim)
    return username === undefined ? undefined : this.#table.get(pool.Id, username)
  }

  delete({ poolId, username }: User): void {
    this.#table.delete(poolId, username)
  }

  count(pool: UserPool): number {
    return this.#table.count(pool.Id)
  }

  list(pool: UserPool, after: string, limit: number): User[] {
    return this.#table.list(pool.Id, after, limit)
  }

  /**
   * Refuses a user who would be named by what names another.
   *
   * @throws LoginTakenError
   */
  checkLogins(pool: UserPool, user: User): void {
    for (const [login, by] of loginsOf(pool, user)) {
      const holder = this.#table.usernameOf(pool.Id, login)
      if (holder !== undefined && holder !== user.username) throw new LoginTakenError(by)
    }
  }

  /** The same of those alone who have that value, whatever the case of its letters, which are ASCII. */
  listBy(name: Lookup, pool: UserPool, value: string, after: string, limit: number): User[] {
    return this.#table.listBy(name, pool.Id, value, after, limit)
  }

  #write(pool: UserPool, user: User): void {
    this.#world.database.transaction(() => {
      this.checkLogins(pool, user)
      this.#table.put(user)
      this.#table.putLogins(pool.Id, user.username, [...loginsOf(pool, user).keys()])
    })
  }
}

/** A user's earlier passwords after a change, as many as the pool wants to know. */
function formerPasswords(
  { Policies }: UserPool,
  { salt, verifier, formerPasswords: former }: User,
  change: Partial<User>,
): User['formerPasswords'] {
  const isReplaced = change.verifier !== undefined && change.verifier !== verifier
  const left = isReplaced && salt !== null && verifier !== null ? [{ salt, verifier }] : []
  return [...left, ...former].slice(0, Policies?.PasswordPolicy?.PasswordHistorySize ?? 0)
}

/** Who somebody is, whatever they are called. A trigger is told of it before there is a user. */
export const newSub = ({ random }: Pick<World, 'random'>) => newUuid(random)

/** Refuses a user whose sign-up is not confirmed. */
export function checkConfirmed({ status }: User): void {
  if (status === 'UNCONFIRMED') throw userNotConfirmed('User is not confirmed.')
}

/** Refuses a user who has to choose a new password first. */
export function checkNeedsNoReset({ status }: User): void {
  if (status === 'RESET_REQUIRED') throw passwordResetRequired('Password reset required for the user')
}

export const noSuchUser = () => userNotFound('User does not exist.')

/** Every text that names the user at sign-in, folded, and what it is. */
function loginsOf(
  pool: UserPool,
  { username, attributes, status }: User,
): Map<string, LoginTakenError['by']> {
  const logins = new Map<string, LoginTakenError['by']>([[folded(pool, username), 'username']])
  // documented: the address of somebody who signs in by a provider is no alias, and may be another user's too.
  if (status === 'EXTERNAL_PROVIDER') return logins
  for (const name of pool.UsernameAttributes ?? []) {
    const value = attributes[name]
    if (value) logins.set(folded(pool, value), name)
  }
  for (const name of pool.AliasAttributes ?? []) {
    const value = attributes[name]
    // documented: e-mail and phone number are aliases only when they are verified.
    const isAlias = name === 'preferred_username' || attributes[`${name}_verified`] === 'true'
    if (value && isAlias) logins.set(folded(pool, value), name)
  }
  return logins
}

/** A login as it is compared: in any letter case, where the pool says so. */
export function folded({ UsernameConfiguration }: UserPool, login: string): string {
  return UsernameConfiguration?.CaseSensitive === false ? login.toLowerCase() : login
}

/** Which attribute a login is, in a pool where people sign in by one. */
export function loginAttribute(
  { UsernameAttributes = [] }: UserPool,
  login: string,
): 'email' | 'phone_number' {
  if (UsernameAttributes.includes('email') && isEmail(login)) return 'email'
  if (UsernameAttributes.includes('phone_number') && isPhoneNumber(login)) return 'phone_number'
  throw invalidParameter(
    UsernameAttributes.length > 1
      ? 'Username should be either an email or a phone number.'
      : UsernameAttributes[0] === 'email'
        ? 'Username should be an email.'
        : 'Username should be a phone number.',
  )
}

/** Refuses a username that could be taken for an alias. */
function checkUsername({ AliasAttributes = [] }: UserPool, username: string): void {
  // observed: the words for e-mail addresses, in public code bases. assumed: the words for phone numbers.
  if (AliasAttributes.includes('email') && isEmail(username)) {
    throw invalidParameter(
      'Username cannot be of email format, since user pool is configured for email alias.',
    )
  }
  if (AliasAttributes.includes('phone_number') && isPhoneNumber(username)) {
    throw invalidParameter(
      'Username cannot be of phone number format, since user pool is configured for phone number alias.',
    )
  }
}

/** `[{ Name, Value }]` as a record. A missing value is an empty one. */
export function attributesOf(list: readonly AttributeType[] | undefined): Attributes {
  return Object.fromEntries((list ?? []).map(({ Name, Value = '' }) => [Name, Value]))
}

export function attributeList(attributes: Attributes): AttributeType[] {
  return Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
}

/** What GetUser says about second factors; nothing where none is on. */
export function mfaSettings({ factors: { enabled, preferred } }: User) {
  return {
    ...(enabled.length > 0 && { UserMFASettingList: [...enabled] }),
    ...(preferred !== undefined && { PreferredMfaSetting: preferred }),
  }
}

/** A user as administrators see them. */
export function userType({ username, attributes, createdAt, modifiedAt, enabled, status }: User): UserType {
  return {
    Username: username,
    Attributes: attributeList(attributes),
    UserCreateDate: seconds(createdAt),
    UserLastModifiedDate: seconds(modifiedAt),
    Enabled: enabled,
    UserStatus: status,
  }
}
