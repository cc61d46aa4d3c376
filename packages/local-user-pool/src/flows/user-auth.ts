import { withPassword } from '../challenges/password.ts'
import { withSrp } from '../challenges/password-srp.ts'
import { preAuthentication } from '../domain/authentication-triggers.ts'
import { inEvenTime } from '../domain/even-time.ts'
import { askForChoice, askForFactor, offeredTo } from '../domain/first-factors.ts'
import {
  afterFirstFactor,
  checkMaySignIn,
  checkMayTry,
  type Entrance,
  identified,
  invalidSession,
  underWay,
} from '../domain/sign-in.ts'
import type { SignUpState } from '../domain/sign-up.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { InitiateAuthResponse } from '../protocol/types.generated.ts'
import type { Flow } from './flow.ts'

/** Choice-based: the pool says which first factors there are, and the user, or the client before, chooses one. */
export const userAuth: Flow = {
  names: ['USER_AUTH'],
  through: 'both',
  begin: (entrance, ...asked) => inEvenTime(entrance.context.world, () => begin(entrance, ...asked)),
}

const begin: Flow['begin'] = async (entrance, parameters, session) => {
  const { context, pool } = entrance
  const login = requiredParameter(parameters, 'USERNAME')
  if (session !== undefined) return afterSignUp(entrance, login, session)
  const user = await identified(entrance, login, parameters.PASSWORD)
  context.attempts.checkLock(pool, login, user)
  if (user) checkMayTry(user)
  const person = { login, user }
  const offered = offeredTo(entrance, person)
  // documented: a preferred challenge that is not available is as good as none.
  const preferred = offered.find((name) => name === parameters.PREFERRED_CHALLENGE)
  const [only, ...others] = offered
  const factor = preferred ?? (others.length === 0 ? only : undefined)
  const { PASSWORD, SRP_A } = parameters
  if (factor === 'PASSWORD' && PASSWORD) return withPassword(entrance, person, PASSWORD)
  const question =
    factor === undefined
      ? askForChoice(entrance, person, offered)
      : factor === 'PASSWORD_SRP' && SRP_A
        ? await withSrp(entrance, person, SRP_A)
        : await askForFactor(entrance, person, offered, factor)
  // observed: a published measurement: AvailableChallenges is there also where it lists one alone.
  return { ...question, AvailableChallenges: [...offered] }
}

/**
 * Signs in somebody who has just signed up, once.
 */
// documented: the code that confirmed the sign-up serves as the first factor.
async function afterSignUp(
  entrance: Entrance,
  login: string,
  session: string,
): Promise<InitiateAuthResponse> {
  const { context, pool } = entrance
  const { asked, user } = underWay<SignUpState>(entrance, 'SIGN_UP', session, login)
  await preAuthentication(entrance, login, user)
  const now = context.users.current(pool, user)
  checkMaySignIn(now)
  if (now.salt !== asked.state.salt) throw invalidSession()
  context.challenges.take(asked)
  return afterFirstFactor(entrance, now)
}
