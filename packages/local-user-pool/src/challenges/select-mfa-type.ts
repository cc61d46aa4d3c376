import { activeFor, askFor, type SecondFactorState } from '../domain/second-factors.ts'
import { underWay } from '../domain/sign-in.ts'
import { mfaMethodNotFound } from '../protocol/exceptions.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { Challenge } from './challenge.ts'

/** The choice between second factors. */
export const selectMfaType: Challenge = {
  name: 'SELECT_MFA_TYPE',
  async answer(entrance, responses, session) {
    const username = requiredParameter(responses, 'USERNAME')
    const chosen = requiredParameter(responses, 'ANSWER')
    const { asked, user } = underWay<SecondFactorState>(entrance, 'SELECT_MFA_TYPE', session, username)
    const factor = activeFor(entrance.pool, user).find((name) => name === chosen)
    // assumed: the exception and the words.
    if (!factor) throw mfaMethodNotFound(`${chosen} is not one of the second factors to choose from.`)
    entrance.context.challenges.take(asked)
    return askFor(entrance, user, factor)
  },
}
