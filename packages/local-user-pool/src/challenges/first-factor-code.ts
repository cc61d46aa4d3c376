import { inEvenTime } from '../domain/even-time.ts'
import { factorsOf, firstFactorUnderWay } from '../domain/first-factors.ts'
import { afterFirstFactor, invalidSession } from '../domain/sign-in.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { Challenge } from './challenge.ts'

/** A challenge whose answer is a code that was sent in place of a password; nobody's code is never right. */
export function firstFactorCode(name: 'EMAIL_OTP' | 'SMS_OTP'): Challenge {
  const answer: Challenge['answer'] = async (entrance, responses, session) => {
    const { context, pool } = entrance
    const username = requiredParameter(responses, 'USERNAME')
    const code = requiredParameter(responses, `${name}_CODE`)
    const { question, person, take } = firstFactorUnderWay(entrance, name, session, username)
    const { login, user } = person
    context.attempts.checkCodes(pool, login, user)
    if (!user || code !== question.state.code) throw context.attempts.refuseCode(pool, login, user)
    // Something may have changed since it was sent: a second factor turned on, the address taken away.
    if (!factorsOf(entrance, user).includes(name)) throw invalidSession()
    take()
    return afterFirstFactor(entrance, user)
  }
  return {
    name,
    answer: (entrance, ...given) => inEvenTime(entrance.context.world, () => answer(entrance, ...given)),
  }
}
