import { askForProof } from '../challenges/password-verifier.ts'
import { isAcceptable } from '../core/srp.ts'
import { incorrectUsernameOrPassword } from '../domain/attempts.ts'
import { carryOut, define } from '../domain/custom-auth.ts'
import { checkMaySignIn, identified, namedDevice } from '../domain/sign-in.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { Flow } from './flow.ts'

/** A sign-in whose steps the pool's own triggers decide, with or without a password at its beginning. */
export const customAuth: Flow = {
  names: ['CUSTOM_AUTH'],
  through: 'both',
  async begin(entrance, parameters) {
    const { context, pool } = entrance
    const login = requiredParameter(parameters, 'USERNAME')
    const user = await identified(entrance, login)
    if (user) checkMaySignIn(user)
    const subject = { login, user }
    if (parameters.CHALLENGE_NAME !== 'SRP_A') {
      namedDevice(entrance, user)
      return carryOut(entrance, subject, [], await define(entrance, subject, []))
    }
    const A = requiredParameter(parameters, 'SRP_A')
    // documented: RFC 5054 §2.5.4 has the server stop. assumed: with which exception.
    if (!isAcceptable(A)) throw incorrectUsernameOrPassword()
    context.attempts.checkLock(pool, login, user)
    // documented: the triggers are told of SRP_A as of a question that was answered.
    const session = [{ challengeName: 'SRP_A', challengeResult: true }]
    const next = await define(entrance, subject, session)
    if (next === 'PASSWORD_VERIFIER') return askForProof(entrance, login, user, A, false, session)
    return carryOut(entrance, subject, session, next)
  },
}
