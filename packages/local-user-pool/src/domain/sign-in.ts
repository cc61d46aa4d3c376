import { missingAttributes } from '../core/schema.ts'
import { CognitoException, notAuthorized } from '../protocol/exceptions.ts'
import type { ClientMetadataType, InitiateAuthResponse } from '../protocol/types.generated.ts'
import type { Question } from '../storage/challenges.ts'
import { incorrectUsernameOrPassword } from './attempts.ts'
import { postAuthentication, preAuthentication } from './authentication-triggers.ts'
import type { Addressee } from './challenges-under-way.ts'
import type { Client } from './clients.ts'
import type { Context } from './context.ts'
import { type Device, remembersInsteadOfMfa, tracksDevices } from './devices.ts'
import { askForSecondFactor } from './second-factors.ts'
import { migrated } from './user-migration.ts'
import type { UserPool } from './user-pools.ts'
import { checkConfirmed, checkNeedsNoReset, folded, noSuchUser, type User } from './users.ts'

/** Who asks to sign in, where, through what. */
export interface Entrance {
  readonly context: Context
  readonly pool: UserPool
  readonly client: Client
  /** Through an operation of administrators, which never hide who exists. */
  readonly isAdmin: boolean
  /** DEVICE_KEY of the request, if it has one. */
  readonly deviceKey?: string | undefined
  /** ClientMetadata of the request, where triggers get to see it. */
  readonly clientMetadata?: ClientMetadataType | undefined
  /** ClientMetadata of the request that began the sign-in, which triggers get to see under this name. */
  readonly validationData?: ClientMetadataType | undefined
  /**
   * Told who has signed in, in the place of tokens for them: the managed login pages give the client a code instead.
   */
  readonly conclude?: ((user: User) => void) | undefined
  /** A password of one's own was chosen just now. */
  readonly hasNewPassword?: boolean
}

/** Who signs in: what they typed, and whom it names, if anybody. */
export interface Person {
  readonly login: string
  readonly user: User | undefined
}

/** What a question for a new password remembers. */
export interface NewPasswordState extends Addressee {
  /** Of the password that was shown to be known: the answer is worth nothing when it was replaced since. */
  readonly salt: string | null
}

/** What a question about a device remembers. */
export interface DeviceState extends Addressee {
  readonly deviceKey: string
}

/**
 * The user whom the text names, and who may try to sign in; undefined for nobody, where the client hides who exists.
 *
 * @param password what is known of it already, for somebody who is a user elsewhere
 * @throws UserNotFoundException where it does not, UserLambdaValidationException where PreAuthentication refuses
 */
// assumed: PreAuthentication is asked before it is looked at whether the user is locked out, or may sign in at all.
export async function identified(
  entrance: Entrance,
  login: string,
  password?: string,
): Promise<User | undefined> {
  const { context, pool, client, isAdmin } = entrance
  const known = context.users.find(pool, login)
  const user = known ?? (password === undefined ? undefined : await broughtAlong(entrance, login, password))
  const orNobody = (found: User | undefined) => {
    if (!found && (isAdmin || client.PreventUserExistenceErrors !== 'ENABLED')) throw noSuchUser()
    return found
  }
  await preAuthentication(entrance, login, orNobody(user))
  // As they are after the trigger has thought about it, which takes up to 15 seconds.
  return orNobody(user && context.users.still(pool, user))
}

/**
 * Somebody whom the pool does not know and its UserMigration does, with that password.
 *
 * @returns undefined where there is no such trigger
 */
// assumed: a sign-in that the trigger refuses counts towards the lockout.
export async function broughtAlong(
  { context, pool, client, validationData, clientMetadata }: Entrance,
  login: string,
  password: string,
): Promise<User | undefined> {
  const { attempts } = context
  return attempts.guess(pool, login, async () => {
    try {
      return await migrated(context, pool, client, { login, password, validationData, clientMetadata })
    } catch (error) {
      const isRefusal = error instanceof CognitoException && error.name === 'UserLambdaValidationException'
      throw isRefusal ? attempts.refuse(pool, login, undefined, () => error) : error
    }
  })
}

/**
 * Refuses a user who may not sign in whatever the password is.
 */
// observed: ministack's measurements on AWS: unconfirmed users are refused before the password is looked at.
// assumed: the same for users who must reset their password.
export function checkMayTry(user: User): void {
  checkConfirmed(user)
  checkNeedsNoReset(user)
}

/**
 * Refuses a disabled user, who is told so only once they have shown who they are.
 */
// documented: with a wrong password, a disabled user is answered as nobody is (developer guide, managing error
// responses).
export function checkEnabled({ enabled }: User): void {
  if (!enabled) throw notAuthorized('User is disabled.')
}

/** Both, for whoever has shown who they are already, or is asked nothing that the pool itself looks at. */
export function checkMaySignIn(user: User): void {
  checkEnabled(user)
  checkMayTry(user)
}

/**
 * The user's device that the request names; undefined where it names none, or the pool tells none apart.
 *
 * @throws ResourceNotFoundException for one that is not the user's, and for nobody
 */
export function namedDevice(
  { context, pool, deviceKey }: Entrance,
  user: User | undefined,
): Device | undefined {
  return deviceKey && tracksDevices(pool) ? context.devices.get(user, deviceKey) : undefined
}

/**
 * The user who was asked a question, as they are now; undefined where nobody was.
 *
 * @param refusal thrown where they are gone, or somebody else has the name by now
 */
export function addressee(
  { context, pool }: Pick<Entrance, 'context' | 'pool'>,
  { username, sub }: Addressee,
  refusal: () => Error = invalidSession,
): User | undefined {
  const user = context.users.find(pool, username)
  if (user?.sub !== sub) throw refusal()
  return user
}

/**
 * The user as they are after a calculation, which others have used as well: whoever is locked out by now does not learn
 * what came of it, and a password that was replaced meanwhile is worth nothing.
 *
 * @throws NotAuthorizedException
 */
export function stillTheSame(
  { context, pool }: Pick<Entrance, 'context' | 'pool'>,
  login: string,
  user: User,
): User {
  context.attempts.checkLock(pool, login, user)
  const now = context.users.still(pool, user)
  if (now?.verifier !== user.verifier) {
    throw incorrectUsernameOrPassword('the user has gone, or has another password by now')
  }
  checkMayTry(now)
  return now
}

/**
 * The question that a Session belongs to, and the person who was asked it, who may be nobody.
 *
 * @param names the challenges that it may be of
 * @param username as the answer names the user
 * @throws NotAuthorizedException where the session is not theirs, was used, or is too old
 */
export function personUnderWay<State extends Addressee>(
  entrance: Entrance,
  names: Question | readonly Question[],
  session: string | undefined,
  username: string,
) {
  const { context, pool, client } = entrance
  const asked = context.challenges.ofSession<State>(client, names, session ?? '')
  const user = addressee(entrance, asked.state)
  const named = context.users.find(pool, username)
  const { login = asked.state.username } = asked.state
  const isTheirs = user
    ? named?.sub === user.sub
    : !named && [login, asked.state.username].some((name) => folded(pool, name) === folded(pool, username))
  if (!isTheirs) throw invalidSession()
  if (user) checkMayTry(user)
  const person: Person = { login, user }
  return { asked, person }
}

/** The same for questions that only users are asked, when something has shown already that it is they. */
export function underWay<State extends Addressee>(...question: Parameters<typeof personUnderWay<State>>) {
  const { asked, person } = personUnderWay<State>(...question)
  if (!person.user) throw invalidSession()
  checkEnabled(person.user)
  return { asked, user: person.user }
}

export const invalidSession = () => notAuthorized('Invalid session for the user.')

/** Refuses a temporary password that has ended. */
export function checkPasswordLasts({ context }: Entrance, { passwordExpiresAt }: User): void {
  if (passwordExpiresAt !== null && passwordExpiresAt <= context.world.clock()) {
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.')
  }
}

/** What follows when the password was right: a question for a password of one's own, or what else is to be asked. */
export async function afterPassword(entrance: Entrance, user: User): Promise<InitiateAuthResponse> {
  const { context, pool, client } = entrance
  checkEnabled(user)
  checkPasswordLasts(entrance, user)
  if (user.status !== 'FORCE_CHANGE_PASSWORD') return afterFirstFactor(entrance, user)
  const { username, sub, salt } = user
  const state: NewPasswordState = { username, sub, salt }
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: context.challenges.ask(client, 'NEW_PASSWORD_REQUIRED', state),
    ChallengeParameters: {
      USER_ID_FOR_SRP: username,
      requiredAttributes: JSON.stringify(
        missingAttributes(pool.SchemaAttributes, user.attributes).map((name) => `userAttributes.${name}`),
      ),
      userAttributes: JSON.stringify(user.attributes),
    },
  }
}

/**
 * What follows when it is known who it is: a second factor, where one is to be asked for, or what comes after it. Where
 * the pool says so, the proof of a remembered device takes the place of a second factor.
 */
export async function afterFirstFactor(entrance: Entrance, user: User): Promise<InitiateAuthResponse> {
  checkEnabled(user)
  const device = namedDevice(entrance, user)
  if (device?.remembered && remembersInsteadOfMfa(entrance.pool)) return askForDevice(entrance, user, device)
  return (await askForSecondFactor(entrance, user)) ?? signedIn(entrance, user)
}

/**
 * The answer that ends a sign-in, but for the proof of a remembered device where the request names one. Only here are
 * earlier failures forgiven: one factor alone proves nothing yet.
 *
 * @param proven the device that has shown that it is the one
 */
export async function signedIn(
  entrance: Entrance,
  user: User,
  proven?: Device,
): Promise<InitiateAuthResponse> {
  const { context, pool, client, clientMetadata, hasNewPassword } = entrance
  checkEnabled(user)
  const device = proven ?? namedDevice(entrance, user)
  if (!proven && device?.remembered) return askForDevice(entrance, user, device)
  context.attempts.forgive(pool, user)
  await postAuthentication(entrance, user, device)
  if (entrance.conclude) {
    context.authEvents.record(pool, user, 'SignIn', 'Pass')
    entrance.conclude(context.users.current(pool, user))
    return { ChallengeParameters: {} }
  }
  const source = proven ? 'AuthenticateDevice' : hasNewPassword ? 'NewPasswordChallenge' : 'Authentication'
  const occasion = { source, clientMetadata } as const
  const AuthenticationResult = await context.tokens.issue(pool, client, user, device, occasion)
  context.authEvents.record(pool, user, 'SignIn', 'Pass')
  return { ChallengeParameters: {}, AuthenticationResult }
}

/** Asks a device for the proof that it is the one which the user has confirmed. */
function askForDevice(
  { context, client }: Entrance,
  { username, sub }: User,
  { key }: Device,
): InitiateAuthResponse {
  const state: DeviceState = { username, sub, deviceKey: key }
  return {
    ChallengeName: 'DEVICE_SRP_AUTH',
    Session: context.challenges.ask(client, 'DEVICE_SRP_AUTH', state),
    ChallengeParameters: { USERNAME: username, DEVICE_KEY: key },
  }
}
