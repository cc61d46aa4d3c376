import { brokenRule } from '../core/password-policy.ts'
import { schemaViolation } from '../core/schema.ts'
import type { Differences } from '../definition/differences.ts'
import { signUpContact } from '../domain/deliveries.ts'
import { newPassword, newTemporary } from '../domain/passwords.ts'
import { isReady, type SecondFactor } from '../domain/second-factors.ts'
import type { UserPool } from '../domain/user-pools.ts'
import { newSub, type User } from '../domain/users.ts'
import type { World } from '../domain/world.ts'
import type { StoredUser } from './files.ts'

/** How a list of differences names a user: by what a person signs in with. */
export function labelOf({ Username, Attributes }: StoredUser): string {
  const attribute = (name: string) => Attributes.find(({ Name }) => Name === name)?.Value
  return attribute('email') || attribute('phone_number') || Username
}

/**
 * The user as they are here. Their password becomes salt and verifier.
 *
 * @param at where the differences say it is
 */
export function userOf(
  world: World,
  pool: UserPool,
  stored: StoredUser,
  at: string,
  differences: Differences,
): User {
  const tell = (member: string, reason: string) => differences.add(`${at}.${member}`, reason)
  const attributes = attributesOf(pool, stored, tell)
  if (attributes.sub === undefined) tell('Attributes.sub', 'is a new one: there is none')
  const sub = attributes.sub ?? newSub(world)
  const now = world.clock()
  const made: User = {
    poolId: pool.Id,
    username: stored.Username,
    sub,
    status: stored.UserStatus,
    enabled: stored.Enabled ?? true,
    salt: null,
    verifier: null,
    passwordExpiresAt: null,
    formerPasswords: [],
    attributes: { ...attributes, sub },
    factors: factorsOf(stored),
    createdAt: timeOf(stored.UserCreateDate, now),
    modifiedAt: timeOf(stored.UserLastModifiedDate, now),
  }
  const user = { ...made, attributes: { ...made.attributes, ...confirmedAddress(pool, made, stored) } }
  for (const factor of user.factors.enabled) {
    if (!isReady(factor, user))
      tell(factor, 'is on and not asked for: there is no verified address or app for it')
  }
  if (stored.UserStatus === 'UNCONFIRMED' && stored.ConfirmationCode !== undefined) {
    tell('ConfirmationCode', 'is left out: ask for another with ResendConfirmationCode')
  }
  if (stored.UnverifiedAttributeChanges?.length) {
    tell('UnverifiedAttributeChanges', 'is left out: the user has to make the change again')
  }
  return { ...user, ...passwordOf(world, pool, user, stored.Password, tell) }
}

/**
 * What Cognito notes when somebody confirms an address by its code, and cognito-local does not: `email_verified`. Who was
 * confirmed by an administrator has a code still.
 */
function confirmedAddress(
  pool: UserPool,
  user: User,
  { ConfirmationCode }: StoredUser,
): Record<string, string> {
  const contact = signUpContact(pool, user)
  const isConfirmed = user.status === 'CONFIRMED' && ConfirmationCode === undefined
  if (!contact || !isConfirmed || user.attributes[`${contact}_verified`] !== undefined) return {}
  return { [`${contact}_verified`]: 'true' }
}

type Tell = (member: string, reason: string) => void

/** The attributes that the pool's schema has and allows. */
function attributesOf({ SchemaAttributes }: UserPool, { Attributes }: StoredUser, tell: Tell) {
  const given = Attributes.flatMap(({ Name, Value }) => (Value ? [[Name, Value] as const] : []))
  const fit = given.filter(([name, value]) => {
    const violation = schemaViolation(SchemaAttributes, { [name]: value })
    if (violation !== undefined) tell(`Attributes.${name}`, `is left out: ${violation.trim()}`)
    return violation === undefined
  })
  return Object.fromEntries(fit) as Readonly<Record<string, string>> & { readonly sub?: string }
}

function passwordOf(
  world: World,
  pool: UserPool,
  user: User,
  password: string | undefined,
  tell: Tell,
): Partial<User> {
  if (password === undefined) {
    tell('Password', 'is missing: the user cannot sign in by one until there is another')
    return {}
  }
  const rule = brokenRule(password, pool.Policies?.PasswordPolicy ?? {})
  if (rule) tell('Password', `breaks the policy of the pool and is taken over as it is (${rule})`)
  return user.status === 'FORCE_CHANGE_PASSWORD'
    ? newTemporary(world, pool, user, password)
    : newPassword(world, user, password)
}

const known: readonly SecondFactor[] = ['SMS_MFA', 'SOFTWARE_TOKEN_MFA']
const asFactor = (name: string | undefined) => known.find((factor) => factor === name)

/** The second factors that a user has set up and turned on. */
export function factorsOf(stored: StoredUser): User['factors'] {
  const { MFAOptions = [], UserMFASettingList = [], SoftwareTokenMfaConfiguration: app } = stored
  const listed = UserMFASettingList.flatMap((name) => asFactor(name) ?? [])
  // The older form, which says text messages alone.
  const older = MFAOptions.some(({ DeliveryMedium }) => DeliveryMedium === 'SMS')
    ? (['SMS_MFA'] as const)
    : []
  return {
    enabled: listed.length > 0 ? listed : older,
    preferred: asFactor(stored.PreferredMfaSetting),
    ...(app?.Verified && { totp: { secret: app.Secret, lastStep: 0, name: app.FriendlyDeviceName } }),
  }
}

/** Milliseconds since 1970. */
export function timeOf(date: string | number | undefined, otherwise: number): number {
  return date === undefined ? otherwise : new Date(date).getTime()
}
