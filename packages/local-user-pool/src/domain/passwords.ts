import { newTemporaryPassword } from '../core/identifiers.ts'
import { brokenRule } from '../core/password-policy.ts'
import { type Identity, matchesPassword, newVerifier } from '../core/srp.ts'
import { invalidPassword, passwordHistoryPolicyViolation } from '../protocol/exceptions.ts'
import type { UserPool } from './user-pools.ts'
import type { User } from './users.ts'
import type { World } from './world.ts'

const day = 24 * 60 * 60 * 1000

/** Refuses a password that breaks the pool's policy. */
export function checkPolicy({ Policies }: UserPool, password: string): void {
  const rule = brokenRule(password, Policies?.PasswordPolicy ?? {})
  if (rule) throw invalidPassword(`Password did not conform with policy: ${rule}`)
}

/**
 * Refuses one of the user's latest passwords, where the pool remembers them.
 */
// documented: none of the latest PasswordHistorySize passwords. assumed: the one in use is among them, a temporary one
// counts, and the words.
export function checkHistory({ Policies }: UserPool, user: User, password: string): void {
  const { salt, verifier, formerPasswords } = user
  const current = salt !== null && verifier !== null ? [{ salt, verifier }] : []
  const size = Policies?.PasswordPolicy?.PasswordHistorySize ?? 0
  const remembered = [...current, ...formerPasswords].slice(0, size)
  if (remembered.some((each) => matchesPassword(user, password, each))) {
    throw passwordHistoryPolicyViolation('Password has previously been used.')
  }
}

/** What changes in a user who gets this password. The password itself is kept nowhere. */
export function newPassword({ random }: World, user: Identity, password: string) {
  return { ...newVerifier(user, password, random), passwordExpiresAt: null }
}

/** What changes in a user who gets this password until they choose one of their own. */
export function newTemporary(world: World, pool: UserPool, user: User, password: string) {
  return { ...newPassword(world, user, password), ...untilChosen(world, pool) }
}

/** The same of a password that nobody is told: none leads to this verifier, and making it costs no power. */
export function untoldTemporary(world: World, pool: UserPool) {
  const { random } = world
  const untold = { salt: random(16).toString('hex'), verifier: random(383).toString('hex') }
  return { ...untold, ...untilChosen(world, pool) }
}

/** A password is temporary for as long as the pool says. */
export function untilChosen(world: World, { Policies }: UserPool) {
  const days = Policies?.PasswordPolicy?.TemporaryPasswordValidityDays || 7
  return { status: 'FORCE_CHANGE_PASSWORD' as const, passwordExpiresAt: world.clock() + days * day }
}

/** A password that keeps the pool's policy, for an invitation. */
export function temporaryPasswordFor({ random }: World, { Policies }: UserPool): string {
  return newTemporaryPassword(Policies?.PasswordPolicy?.MinimumLength ?? 8, random)
}

/** Whether this is the user's password. */
export function knows(user: User, password: string): boolean {
  const { salt, verifier } = user
  return salt !== null && verifier !== null && matchesPassword(user, password, { salt, verifier })
}
