import { isEmail } from '../core/schema.ts'
import type { Addressee } from '../domain/challenges-under-way.ts'
import type { Context } from '../domain/context.ts'
import { askFor, offered } from '../domain/second-factors.ts'
import { addressee, invalidSession, signedIn, underWay } from '../domain/sign-in.ts'
import { invalidParameter } from '../protocol/exceptions.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { Challenge } from './challenge.ts'

/** What is known of somebody who sets up a second factor in the middle of a sign-in. */
export interface MfaSetupState extends Addressee {
  /** The secret that AssociateSoftwareToken gave out. */
  readonly secret?: string
  /** VerifySoftwareToken has seen a code of the app: nothing is left to be proved. */
  readonly isDone?: boolean
}

/** The question that a Session belongs to, for operations that are told nothing else; and who was asked it. */
export function setupUnderWay(context: Context, session: string) {
  const { clientId, poolId } = context.challenges.origin(session)
  const client = context.clients.get(clientId)
  const pool = context.pools.get(poolId)
  const asked = context.challenges.ofSession<MfaSetupState>(client, 'MFA_SETUP', session)
  const user = addressee({ context, pool }, asked.state)
  if (!user) throw invalidSession()
  return { client, pool, asked, user }
}

/** Goes on after an authenticator app was set up; or takes an e-mail address and sends the code that sets it up. */
export const mfaSetup: Challenge = {
  name: 'MFA_SETUP',
  async answer(entrance, responses, session) {
    const { context, pool } = entrance
    const username = requiredParameter(responses, 'USERNAME')
    const { asked, user } = underWay<MfaSetupState>(entrance, 'MFA_SETUP', session, username)
    const email = responses.EMAIL
    if (email === undefined && !asked.state.isDone) throw invalidSession()
    if (email !== undefined && !isEmail(email)) throw invalidParameter('Invalid email address format.')
    // assumed: the words.
    if (email !== undefined && !offered(pool).includes('EMAIL_OTP')) {
      throw invalidParameter('EMAIL_OTP is not enabled for the user pool.')
    }
    context.challenges.take(asked)
    if (email === undefined) return signedIn(entrance, user)
    const changed = context.users.change(pool, user, ({ attributes }) => ({
      attributes: { ...attributes, email, email_verified: 'false' },
    }))
    return askFor(entrance, changed, 'EMAIL_OTP', true)
  },
}
