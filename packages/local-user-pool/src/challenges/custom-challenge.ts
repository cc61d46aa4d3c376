import { type CustomState, goOn, verify } from '../domain/custom-auth.ts'
import { checkEnabled, personUnderWay } from '../domain/sign-in.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { Challenge } from './challenge.ts'

/** An answer to a question that the pool's own triggers have made, and look at. */
// documented: wrong answers do not count towards the lockout; the triggers say how many there may be.
export const customChallenge: Challenge = {
  name: 'CUSTOM_CHALLENGE',
  async answer(entrance, responses, session) {
    const username = requiredParameter(responses, 'USERNAME')
    const answer = requiredParameter(responses, 'ANSWER')
    const { asked, person } = personUnderWay<CustomState>(entrance, 'CUSTOM_CHALLENGE', session, username)
    if (person.user) checkEnabled(person.user)
    // Before the trigger is asked: many answers at once are as good as one.
    entrance.context.challenges.take(asked)
    const result = await verify(entrance, person, asked.state, answer)
    return goOn(entrance, person, [...asked.state.session, result])
  },
}
