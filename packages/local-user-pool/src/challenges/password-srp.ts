import { isAcceptable } from '../core/srp.ts'
import { incorrectUsernameOrPassword } from '../domain/attempts.ts'
import { firstFactorUnderWay } from '../domain/first-factors.ts'
import type { Entrance, Person } from '../domain/sign-in.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { InitiateAuthResponse } from '../protocol/types.generated.ts'
import type { Challenge } from './challenge.ts'
import { askForProof } from './password-verifier.ts'

/** The first half of SRP, where it was chosen as the first factor; PASSWORD_VERIFIER is the second. */
export const passwordSrp: Challenge = {
  name: 'PASSWORD_SRP',
  async answer(entrance, responses, session) {
    const username = requiredParameter(responses, 'USERNAME')
    const A = requiredParameter(responses, 'SRP_A')
    const { person, take } = firstFactorUnderWay(entrance, 'PASSWORD_SRP', session, username)
    return withSrp(entrance, person, A, take)
  },
}

/**
 * Asks for the proof of the password; in a choice-based sign-in it comes with a Session.
 *
 * @param take called where `A` can be worked with, to take the question off
 */
export async function withSrp(
  entrance: Entrance,
  { login, user }: Person,
  A: string,
  take: () => void = () => {},
): Promise<InitiateAuthResponse> {
  // documented: RFC 5054 §2.5.4 has the server stop. assumed: the exception is that of a wrong password.
  if (!isAcceptable(A)) throw incorrectUsernameOrPassword()
  entrance.context.attempts.checkLock(entrance.pool, login, user)
  take()
  return askForProof(entrance, login, user, A, true)
}
