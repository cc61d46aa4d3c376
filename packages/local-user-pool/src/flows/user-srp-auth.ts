import { askForProof } from '../challenges/password-verifier.ts'
import { isAcceptable } from '../core/srp.ts'
import { incorrectUsernameOrPassword } from '../domain/attempts.ts'
import { identified } from '../domain/sign-in.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { Flow } from './flow.ts'

/** E-mail and password, where the password never leaves the client: the Secure Remote Password protocol. */
export const userSrpAuth: Flow = {
  names: ['USER_SRP_AUTH'],
  through: 'both',
  async begin(entrance, parameters) {
    const login = requiredParameter(parameters, 'USERNAME')
    const A = requiredParameter(parameters, 'SRP_A')
    // documented: RFC 5054 §2.5.4: a public value A that is 0 modulo N ends the sign-in.
    // assumed: the exception is that of a wrong password.
    if (!isAcceptable(A)) throw incorrectUsernameOrPassword('SRP_A is 0 modulo N')
    const user = await identified(entrance, login)
    entrance.context.attempts.checkLock(entrance.pool, login, user)
    return askForProof(entrance, login, user, A)
  },
}
