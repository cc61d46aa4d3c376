import { changeable } from '../../challenges/select-challenge.ts'
import type { FirstFactorState } from '../../domain/first-factors.ts'
import { textsOf, type Visit } from '../visit.ts'
import { type Asked, type ChallengePage, respond } from './challenge-page.ts'
import { choices } from './choices.ts'

/** The choice of a first factor. */
export const selectChallenge: ChallengePage = {
  name: 'SELECT_CHALLENGE',
  question(visit, asked) {
    const text = textsOf(visit)
    return { ...text.chooseFactor, main: choices(text, offeredOf(visit, asked)) }
  },
  sure(visit, asked) {
    const [only, another] = offeredOf(visit, asked)
    return only && !another ? { answer: only } : undefined
  },
  answer: (entrance, asked, { answer = '' }) => respond(entrance, asked, { ANSWER: answer }),
}

/** The first factors that a Session may still choose from; none where it is not about one. */
export function offeredOf({ context, request }: Visit, { session }: Asked): string[] {
  const found = context.challenges.find<Partial<FirstFactorState>>(request.client, changeable, session)
  // A page has no use for SRP: the password is sent to the pool itself.
  return (found?.state.offered ?? []).filter((name) => name !== 'PASSWORD_SRP')
}
