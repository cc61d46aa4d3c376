import { incorrectUsernameOrPassword } from '../domain/attempts.ts'
import { firstFactorUnderWay } from '../domain/first-factors.ts'
import {
  afterPassword,
  broughtAlong,
  checkMayTry,
  type Entrance,
  type Person,
  stillTheSame,
} from '../domain/sign-in.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { InitiateAuthResponse } from '../protocol/types.generated.ts'
import type { Challenge } from './challenge.ts'
import { verifierFor } from './password-verifier.ts'

/** The password, sent as it is, where it was chosen as the first factor. */
export const password: Challenge = {
  name: 'PASSWORD',
  async answer(entrance, responses, session) {
    const username = requiredParameter(responses, 'USERNAME')
    const given = requiredParameter(responses, 'PASSWORD')
    const { person, take } = firstFactorUnderWay(entrance, 'PASSWORD', session, username)
    return withChosenPassword(entrance, person, given, take)
  },
}

/** The same for whoever chose it when it was not known yet that they are a user elsewhere. */
export async function withChosenPassword(
  entrance: Entrance,
  { login, user }: Person,
  given: string,
  take: () => void,
): Promise<InitiateAuthResponse> {
  const person = { login, user: user ?? (await broughtAlong(entrance, login, given)) }
  return withPassword(entrance, person, given, take)
}

/**
 * What follows a password that was sent as it is.
 *
 * @param take called where it is right, to take the question off; a wrong password leaves it to be answered again
 */
export async function withPassword(
  entrance: Entrance,
  { login, user }: Person,
  given: string,
  take: () => void = () => {},
): Promise<InitiateAuthResponse> {
  const { context, pool } = entrance
  context.attempts.checkLock(pool, login, user)
  if (user) checkMayTry(user)
  // The same arithmetic for nobody, and for a user without a password, so that the time does not tell.
  const identity = { poolId: pool.Id, username: user?.username ?? login }
  const verifier = verifierFor(entrance, login, user)
  const isRight = await context.world.calculate('matchesPassword', identity, given, verifier)
  const now = user && stillTheSame(entrance, login, user)
  if (!now || !isRight) {
    const reason = now ? 'the password is wrong' : 'nobody has this name'
    throw context.attempts.refuse(pool, login, now, () => incorrectUsernameOrPassword(reason))
  }
  take()
  return afterPassword(entrance, now)
}
