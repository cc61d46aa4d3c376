import type { Failure } from '../failures/failure'
import type { Resumed } from '../machine'
import { screens } from '../screens'
import type { Step } from '../step'
import { rememberedChallenge } from './storage'

/** What Amplify throws when a challenge is answered that it does not keep any more. */
export const challengeOver: Failure = { name: 'SignInException', message: '' }

/**
 * Remembers the challenge of the step over a reload. Amplify keeps Cognito's session of it for as long, but tells
 * nobody which step it belongs to. The secret of an authenticator app is left out: it stays in memory alone.
 */
export function rememberChallenge(step: Step | undefined): void {
  if (step?.expiresAt === undefined) {
    rememberedChallenge.write(undefined)
    return
  }
  const { totpSetupDetails: _, ...kept } = { totpSetupDetails: undefined, ...step }
  rememberedChallenge.write(JSON.stringify(kept))
}

/** The challenge that was under way when the page was left. */
export function pendingChallenge(now: number): Resumed {
  const step = parsed(rememberedChallenge.read())
  if (step?.expiresAt === undefined) return {}
  if (step.expiresAt <= now) return { failure: challengeOver }
  // Its secret is gone, and another one would not fit what the app may have scanned already.
  if (step.name === 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP') return { notice: 'setupInterrupted' }
  return { step }
}

/** A step of another version of this page may have no screen here, or other members than that screen reads. */
function parsed(json: string | undefined): Step | undefined {
  try {
    const { name, ...members } = JSON.parse(json ?? '{}')
    const isKnown = typeof name === 'string' && Object.hasOwn(screens, name)
    const areRead = Object.entries(members).every(([member, value]) => kinds.get(member)?.(value))
    return isKnown && areRead ? { ...members, name } : undefined
  } catch {
    return undefined
  }
}

const isText = (value: unknown) => typeof value === 'string'
const isList = (value: unknown) => Array.isArray(value) && value.every(isText)
const isRecord = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isText)

/** What the members of a step are. */
const kinds = new Map<string, (value: unknown) => boolean>([
  ['username', isText],
  ['expiresAt', Number.isFinite],
  ['codeDeliveryDetails', isRecord],
  ['additionalInfo', isRecord],
  ['missingAttributes', isList],
  ['allowedMFATypes', isList],
  ['availableChallenges', isList],
])
