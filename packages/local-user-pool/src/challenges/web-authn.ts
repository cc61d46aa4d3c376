import { firstFactorUnderWay } from '../domain/first-factors.ts'
import { relyingPartyOf } from '../domain/passkeys.ts'
import { afterFirstFactor, type Entrance, signedIn } from '../domain/sign-in.ts'
import { asserted, parsed, record } from '../domain/webauthn.ts'
import { notAuthorized } from '../protocol/exceptions.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { InitiateAuthResponse } from '../protocol/types.generated.ts'
import type { Challenge } from './challenge.ts'

/** A passkey of the user's, which signs what it was given to sign. */
export const webAuthn: Challenge = {
  name: 'WEB_AUTHN',
  async answer(entrance, responses, session) {
    const username = requiredParameter(responses, 'USERNAME')
    const credential = requiredParameter(responses, 'CREDENTIAL')
    return withPasskey(entrance, firstFactorUnderWay(entrance, 'WEB_AUTHN', session, username), credential)
  },
}

/**
 * What follows the answer of a passkey. Where it does not hold, the question stays, for another try or another factor.
 *
 * @param credential WebAuthn's AuthenticationResponseJSON, as text
 */
export async function withPasskey(
  entrance: Entrance,
  { question, person: { login, user } }: ReturnType<typeof firstFactorUnderWay>,
  credential: string,
): Promise<InitiateAuthResponse> {
  const { context, pool } = entrance
  const { attempts, challenges, passkeys, world } = context
  attempts.checkLock(pool, login, user)
  const refusal = () => attempts.refuse(pool, login, user, refusedPasskey)
  const { challenge } = question.state
  const relyingParty = relyingPartyOf(pool)
  const answer = record(parsed(credential))
  const passkey = user && typeof answer.id === 'string' ? passkeys.find(user, answer.id) : undefined
  if (!user || !relyingParty || challenge === undefined || !passkey) throw refusal()
  const counter = await asserted(relyingParty, user, passkey, answer, challenge)
  if (counter === undefined) throw refusal()
  world.database.transaction(() => {
    challenges.take(question)
    // Used or deleted while the signature was checked.
    if (!passkeys.use(passkey, counter)) throw refusedPasskey()
  })
  return relyingParty.isMultiFactor ? signedIn(entrance, user) : afterFirstFactor(entrance, user)
}

// assumed: a passkey that does not hold is not authorized; the model declares none of WebAuthn's exceptions here.
const refusedPasskey = () => notAuthorized('The passkey could not be verified.')
