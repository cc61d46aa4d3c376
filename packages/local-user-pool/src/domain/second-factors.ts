import { totpStep } from '../core/totp.ts'
import { codeMismatch, expiredCode, softwareTokenMfaNotFound } from '../protocol/exceptions.ts'
import type { InitiateAuthResponse } from '../protocol/types.generated.ts'
import type { SecondFactor } from '../storage/users.ts'
import type { Addressee } from './challenges-under-way.ts'
import { codeToSend, deliveryDetails } from './deliveries.ts'
import { envelopeFor } from './messages.ts'
import type { Entrance } from './sign-in.ts'
import type { UserPool } from './user-pools.ts'
import type { User } from './users.ts'

export type { SecondFactor }

/** What a question about a second factor remembers. */
export interface SecondFactorState extends Addressee {
  /** The code that was sent; none for an authenticator app. */
  readonly code?: string
  /** The right answer also sets the factor up: verifies the address and turns it on. */
  readonly setsUp?: boolean
}

const contactOf = { SMS_MFA: 'phone_number', EMAIL_OTP: 'email' } as const

/**
 * The second factors that the pool offers.
 */
// assumed: a pool that can send text messages offers SMS until SetUserPoolMfaConfig says which factors there are.
export function offered({ Mfa, SmsConfiguration, MfaConfiguration }: UserPool): SecondFactor[] {
  if ((MfaConfiguration ?? 'OFF') === 'OFF') return []
  const factors: SecondFactor[] = []
  const { SmsMfaConfiguration, EmailMfaConfiguration, SoftwareTokenMfaConfiguration } = Mfa
  const isSaid = SmsMfaConfiguration ?? EmailMfaConfiguration ?? SoftwareTokenMfaConfiguration
  if (SmsMfaConfiguration || (SmsConfiguration && !isSaid)) factors.push('SMS_MFA')
  if (EmailMfaConfiguration) factors.push('EMAIL_OTP')
  if (SoftwareTokenMfaConfiguration?.Enabled) factors.push('SOFTWARE_TOKEN_MFA')
  return factors
}

/** Whether the user has what the factor needs: a verified address, or an app that has shown that it knows the secret. */
export function isReady(factor: SecondFactor, { attributes, factors }: User): boolean {
  if (factor === 'SOFTWARE_TOKEN_MFA') return factors.totp !== undefined
  const contact = contactOf[factor]
  return Boolean(attributes[contact]) && attributes[`${contact}_verified`] === 'true'
}

/**
 * The second factors that a sign-in of this user may ask for, the preferred one alone where there is one.
 */
// assumed: where the pool requires a second factor, a verified address serves without having been chosen.
export function activeFor(pool: UserPool, user: User): SecondFactor[] {
  const { enabled, preferred } = user.factors
  const isRequired = pool.MfaConfiguration === 'ON'
  const usable = offered(pool).filter((factor) => isReady(factor, user))
  const chosen = usable.filter((factor) => enabled.includes(factor))
  if (preferred && chosen.includes(preferred)) return [preferred]
  return chosen.length > 0 || !isRequired ? chosen : usable
}

/** What is asked after the first factor; undefined where nothing is. */
export async function askForSecondFactor(
  entrance: Entrance,
  user: User,
): Promise<InitiateAuthResponse | undefined> {
  const { context, pool, client } = entrance
  const active = activeFor(pool, user)
  const [only] = active
  const state: SecondFactorState = { username: user.username, sub: user.sub }
  if (active.length > 1) {
    return {
      ChallengeName: 'SELECT_MFA_TYPE',
      Session: context.challenges.ask(client, 'SELECT_MFA_TYPE', state),
      ChallengeParameters: { MFAS_CAN_CHOOSE: JSON.stringify(active), USER_ID_FOR_SRP: user.username },
    }
  }
  if (only) return askFor(entrance, user, only)
  if (pool.MfaConfiguration !== 'ON') return undefined
  return {
    ChallengeName: 'MFA_SETUP',
    Session: context.challenges.ask(client, 'MFA_SETUP', state),
    ChallengeParameters: {
      MFAS_CAN_SETUP: JSON.stringify(offered(pool)),
      USER_ID_FOR_SRP: user.username,
    },
  }
}

/** Asks for one second factor, sending the code where there is one to send. */
export async function askFor(
  { context, pool, client, clientMetadata }: Entrance,
  user: User,
  factor: SecondFactor,
  setsUp = false,
): Promise<InitiateAuthResponse> {
  const { username, sub } = user
  const { challenges, deliveries, world } = context
  if (factor === 'SOFTWARE_TOKEN_MFA') {
    const { name } = user.factors.totp ?? {}
    return {
      ChallengeName: factor,
      Session: challenges.ask(client, factor, { username, sub } satisfies SecondFactorState),
      ChallengeParameters: {
        USER_ID_FOR_SRP: username,
        ...(name !== undefined && { FRIENDLY_DEVICE_NAME: name }),
      },
    }
  }
  const code = codeToSend(world)
  const contact = contactOf[factor]
  const occasion = { pool, client, source: 'Authentication', clientMetadata } as const
  const envelope = await envelopeFor(world, occasion, user, contact)
  return world.database.transaction(() => {
    const now = context.users.current(pool, user)
    deliveries.sendSignInCode(now, code, contact, envelope)
    return {
      ChallengeName: factor,
      Session: challenges.ask(client, factor, { username, sub, code, setsUp } satisfies SecondFactorState),
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: contact === 'email' ? 'EMAIL' : 'SMS',
        CODE_DELIVERY_DESTINATION: deliveryDetails(contact, now.attributes[contact] ?? '').Destination ?? '',
        USER_ID_FOR_SRP: username,
      },
    }
  })
}

// assumed: the words.
export const softwareTokenMfaNotEnabled = () =>
  softwareTokenMfaNotFound('Software token MFA is not enabled for the user pool.')

/**
 * Accepts a code of the user's authenticator app, once.
 *
 * @throws CodeMismatchException, SoftwareTokenMFANotFoundException, ExpiredCodeException for one that was used already
 */
export function acceptTotp({ context, pool }: Entrance, user: User, code: string): void {
  context.users.change(pool, user, ({ factors }) => {
    const { totp } = factors
    const step = totp && totpStep(totp.secret, code, context.world.clock())
    // assumed: an app that was forgotten since the question is told like one that a pool does not offer.
    if (!totp) throw softwareTokenMfaNotEnabled()
    if (step === undefined) throw codeMismatch('Invalid code received for user')
    // observed: the words, in seven public code bases.
    if (step <= totp.lastStep) throw expiredCode('Your software token has already been used once.')
    return { factors: { ...factors, totp: { ...totp, lastStep: step } } }
  })
}
