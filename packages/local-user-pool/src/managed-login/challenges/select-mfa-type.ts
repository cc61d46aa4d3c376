import { textsOf } from '../visit.ts'
import { type ChallengePage, listed, respond } from './challenge-page.ts'
import { choices } from './choices.ts'

/** The choice between second factors. */
export const selectMfaType: ChallengePage = {
  name: 'SELECT_MFA_TYPE',
  question(visit, asked) {
    const text = textsOf(visit)
    return { ...text.chooseSecondFactor, main: choices(text, listed(asked, 'MFAS_CAN_CHOOSE')) }
  },
  answer: (entrance, asked, { answer = '' }) => respond(entrance, asked, { ANSWER: answer }),
}
