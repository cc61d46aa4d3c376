import { factorsOf, firstFactorUnderWay } from '../domain/first-factors.ts'
import { afterFirstFactor, invalidSession } from '../domain/sign-in.ts'
import { codeMismatch } from '../protocol/exceptions.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { Challenge } from './challenge.ts'

/** A challenge whose answer is a code that was sent in place of a password; nobody's code is never right. */
export function firstFactorCode(name: 'EMAIL_OTP' | 'SMS_OTP'): Challenge {
  return {
    name,
    async answer(entrance, responses, session) {
      const { attempts } = entrance.context
      const username = requiredParameter(responses, 'USERNAME')
      const code = requiredParameter(responses, `${name}_CODE`)
      const { question, person, take } = firstFactorUnderWay(entrance, name, session, username)
      const { login, user } = person
      if (!user || code !== question.state.code) {
        // observed: a published measurement: wrong codes do not lock the session that is under way.
        // assumed: wrong codes count towards the lockout of whatever is tried next.
        attempts.refuse(entrance.pool, login, user)
        throw codeMismatch('Invalid code or auth state for the user.')
      }
      // Something may have changed since it was sent: a second factor turned on, the address taken away.
      if (!factorsOf(entrance, user).includes(name)) throw invalidSession()
      take()
      return afterFirstFactor(entrance, user)
    },
  }
}
