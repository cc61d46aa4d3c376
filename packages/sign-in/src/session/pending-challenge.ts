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

/** A step of another version of this page may have no screen here. */
function parsed(json: string | undefined): Step | undefined {
  try {
    const step: Step | undefined = json && JSON.parse(json)
    return step && Object.hasOwn(screens, step.name) ? step : undefined
  } catch {
    return undefined
  }
}
