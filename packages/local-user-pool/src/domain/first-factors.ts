import { newToken } from '../core/identifiers.ts'
import type { Attributes } from '../core/schema.ts'
import type { ChallengeNameType, InitiateAuthResponse } from '../protocol/types.generated.ts'
import { incorrectUsernameOrPassword } from './attempts.ts'
import type { Addressee } from './challenges-under-way.ts'
import { codeToSend, deliveryDetails } from './deliveries.ts'
import { envelopeFor } from './messages.ts'
import { relyingPartyOf } from './passkeys.ts'
import { activeFor } from './second-factors.ts'
import { type Entrance, invalidSession, type Person, personUnderWay } from './sign-in.ts'
import type { UserPool } from './user-pools.ts'
import type { User } from './users.ts'
import { requestOptions } from './webauthn.ts'

/** A way to begin a choice-based sign-in; named as its challenge is. */
export type FirstFactor = 'PASSWORD_SRP' | 'PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN'

/** What a question about a first factor remembers. */
export interface FirstFactorState extends Addressee {
  readonly login: string
  /** What there was to choose from. A second factor has none, whatever the two have in common. */
  readonly offered: readonly FirstFactor[]
  /** The code that was sent, or for nobody was not. */
  readonly code?: string
  /** What the passkey is to sign. */
  readonly challenge?: string
}

const contactOf = { EMAIL_OTP: 'email', SMS_OTP: 'phone_number' } as const

// observed: a published measurement: codes of a first factor have eight digits.
const codeLength = 8

// documented: with no policy, a password alone.
const allowedIn = ({ Policies }: UserPool): readonly string[] =>
  Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? ['PASSWORD']

/** Whether people of this pool need no password, since a code will do. */
export const isPasswordless = (pool: UserPool) => allowedIn(pool).some((name) => name in contactOf)

/** Whether the pool has other ways to begin a sign-in than a password. */
export const hasChoice = (pool: UserPool) => allowedIn(pool).some((name) => name !== 'PASSWORD')

const isVerified = (attributes: Attributes, contact: 'email' | 'phone_number') =>
  Boolean(attributes[contact]) && attributes[`${contact}_verified`] === 'true'

/**
 * The first factors that the pool allows and the user has.
 */
// observed: a published measurement has PASSWORD_SRP before PASSWORD. assumed: codes and passkeys come after the passwords.
export function factorsOf({ context, pool }: Pick<Entrance, 'context' | 'pool'>, user: User): FirstFactor[] {
  // assumed: whoever signs in by a provider does so by nothing else.
  if (user.status === 'EXTERNAL_PROVIDER') return []
  const allowed = allowedIn(pool)
  const passwords: FirstFactor[] =
    allowed.includes('PASSWORD') && user.verifier !== null ? ['PASSWORD_SRP', 'PASSWORD'] : []
  // observed: a published measurement: who has a temporary password is offered nothing else.
  if (user.status === 'FORCE_CHANGE_PASSWORD') return passwords
  const relyingParty = relyingPartyOf(pool)
  const hasPasskey =
    allowed.includes('WEB_AUTHN') &&
    context.passkeys.list(user).some(({ relyingPartyId }) => relyingPartyId === relyingParty?.id)
  const passkeys: FirstFactor[] = hasPasskey ? ['WEB_AUTHN'] : []
  // observed: in public code that is compared with AWS: a user with a second factor is offered no other first one.
  // documented: passkeys that count as two factors are the exception.
  if (pool.MfaConfiguration === 'ON' || activeFor(pool, user).length > 0) {
    return relyingParty?.isMultiFactor ? [...passwords, ...passkeys] : passwords
  }
  const codes = (['EMAIL_OTP', 'SMS_OTP'] as const).filter(
    (name) => allowed.includes(name) && isVerified(user.attributes, contactOf[name]),
  )
  return [...passwords, ...codes, ...passkeys]
}

/** What nobody is offered: what somebody with a password and one address would be. */
// documented: an unknown user gets a simulated challenge. assumed: that of a user with a password and one address.
function simulatedFactors(pool: UserPool): FirstFactor[] {
  const allowed = allowedIn(pool)
  const passwords: FirstFactor[] = allowed.includes('PASSWORD') ? ['PASSWORD_SRP', 'PASSWORD'] : []
  if (pool.MfaConfiguration === 'ON') return passwords
  const code = (['EMAIL_OTP', 'SMS_OTP'] as const).find((name) => allowed.includes(name))
  return code ? [...passwords, code] : passwords
}

/** @throws NotAuthorizedException where there is nothing to choose from */
export function offeredTo(entrance: Entrance, { user }: Person): FirstFactor[] {
  const offered = user ? factorsOf(entrance, user) : simulatedFactors(entrance.pool)
  // assumed: who has nothing to choose from is answered as after a wrong password.
  if (offered.length === 0) throw incorrectUsernameOrPassword()
  return offered
}

/** Asks which of the factors it is to be. */
export function askForChoice(
  entrance: Entrance,
  person: Person,
  offered: readonly FirstFactor[],
): InitiateAuthResponse {
  return asked(entrance, 'SELECT_CHALLENGE', stateOf(entrance, person, offered), {})
}

/**
 * Asks for one of the factors, sending the code where there is one to send.
 *
 * @param take called with it, to take off the question that it answers
 */
export async function askForFactor(
  entrance: Entrance,
  person: Person,
  offered: readonly FirstFactor[],
  factor: FirstFactor,
  take: () => void = () => {},
): Promise<InitiateAuthResponse> {
  const state = stateOf(entrance, person, offered)
  const { database } = entrance.context.world
  switch (factor) {
    case 'PASSWORD':
    case 'PASSWORD_SRP':
      return database.transaction(() => {
        take()
        return asked(entrance, factor, state, {})
      })
    case 'EMAIL_OTP':
    case 'SMS_OTP':
      return sendCode(entrance, person, state, factor, take)
    case 'WEB_AUTHN':
      return database.transaction(() => {
        take()
        return askForPasskey(entrance, person, state)
      })
  }
}

async function sendCode(
  entrance: Entrance,
  { login, user }: Person,
  state: FirstFactorState,
  factor: 'EMAIL_OTP' | 'SMS_OTP',
  take: () => void,
): Promise<InitiateAuthResponse> {
  const { context, pool, client, clientMetadata } = entrance
  const { deliveries, simulated, world } = context
  const code = codeToSend(world, codeLength)
  const contact = contactOf[factor]
  const occasion = { pool, client, source: 'Authentication', clientMetadata } as const
  const envelope = user && (await envelopeFor(world, occasion, user, contact))
  return world.database.transaction(() => {
    take()
    const now = user && context.users.current(pool, user)
    if (now?.enabled) deliveries.sendSignInCode(now, code, contact, envelope)
    const { Destination = '' } = now
      ? deliveryDetails(contact, now.attributes[contact] ?? '')
      : simulated.delivery(pool, login, contact)
    return asked(
      entrance,
      factor,
      { ...state, code },
      {
        CODE_DELIVERY_DELIVERY_MEDIUM: factor === 'EMAIL_OTP' ? 'EMAIL' : 'SMS',
        CODE_DELIVERY_DESTINATION: Destination,
      },
    )
  })
}

function askForPasskey(entrance: Entrance, { user }: Person, state: FirstFactorState): InitiateAuthResponse {
  const { context, pool, client } = entrance
  const relyingParty = relyingPartyOf(pool)
  // Only somebody who has a passkey is offered this.
  if (!user || !relyingParty) throw invalidSession()
  const challenge = newToken(32, context.world.random)
  const allowed = context.passkeys
    .list(user)
    .filter(({ relyingPartyId }) => relyingPartyId === relyingParty.id)
  const timeout = (client.AuthSessionValidity ?? 3) * 60_000
  return asked(
    entrance,
    'WEB_AUTHN',
    { ...state, challenge },
    { CREDENTIAL_REQUEST_OPTIONS: JSON.stringify(requestOptions(relyingParty, challenge, allowed, timeout)) },
  )
}

function asked(
  { context, client }: Entrance,
  name: ChallengeNameType,
  state: FirstFactorState,
  parameters: Record<string, string>,
): InitiateAuthResponse {
  return {
    ChallengeName: name,
    Session: context.challenges.ask(client, name, state),
    ChallengeParameters: parameters,
  }
}

function stateOf(
  { context, pool }: Entrance,
  { login, user }: Person,
  offered: readonly FirstFactor[],
): FirstFactorState {
  const username = user?.username ?? context.simulated.username(pool, login)
  return { login, username, sub: user?.sub, offered }
}

/** Whether the Session is of a first factor: some challenges serve as a second one too. */
export function isFirstFactor(
  { context, client }: Entrance,
  name: ChallengeNameType,
  session: string | undefined,
): boolean {
  const found = context.challenges.find<Partial<FirstFactorState>>(client, name, session ?? '')
  return found?.state.offered !== undefined
}

/**
 * The question about a first factor that a Session belongs to, who was asked it, and what takes it off.
 *
 * @throws NotAuthorizedException where the session is not theirs, was used, or is too old
 */
export function firstFactorUnderWay(...[entrance, ...answer]: Parameters<typeof personUnderWay>) {
  const { asked, person } = personUnderWay<FirstFactorState>(entrance, ...answer)
  const { offered } = asked.state
  if (!offered) throw invalidSession()
  return { question: asked, person, offered, take: () => entrance.context.challenges.take(asked) }
}
