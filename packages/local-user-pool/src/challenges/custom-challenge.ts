import { alreadyUsed } from '../domain/challenges-under-way.ts'
import { type CustomState, goOn, verify } from '../domain/custom-auth.ts'
import { checkMaySignIn, invalidSession } from '../domain/sign-in.ts'
import { folded } from '../domain/users.ts'
import { requiredParameter } from '../protocol/parameters.ts'
import type { Challenge } from './challenge.ts'

/** An answer to a question that the pool's own triggers have made, and look at. */
// documented: wrong answers do not count towards the lockout; the triggers say how many there may be.
export const customChallenge: Challenge = {
  name: 'CUSTOM_CHALLENGE',
  async answer(entrance, responses, session) {
    const { context, pool, client } = entrance
    const username = requiredParameter(responses, 'USERNAME')
    const answer = requiredParameter(responses, 'ANSWER')
    const asked = context.challenges.ofSession<CustomState>(client, 'CUSTOM_CHALLENGE', session ?? '')
    const { state } = asked
    const user = context.users.find(pool, state.username)
    const named = context.users.find(pool, username)
    const isTheirs = user
      ? named?.sub === user.sub
      : !named && [state.username, state.login].some((name) => folded(pool, name) === folded(pool, username))
    if (!isTheirs) throw invalidSession()
    if (user) checkMaySignIn(user)
    // Before the trigger is asked: many answers at once are as good as one.
    if (!context.challenges.consume(asked)) throw alreadyUsed()
    const subject = { login: state.login, user }
    const result = await verify(entrance, subject, state, answer)
    return goOn(entrance, subject, [...state.session, result])
  },
}
