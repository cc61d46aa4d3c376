import { passwordField } from '../fields.ts'
import { textsOf } from '../visit.ts'
import { type ChallengePage, respond } from './challenge-page.ts'

/** The password, where it was chosen as the first factor. */
export const password: ChallengePage = {
  name: 'PASSWORD',
  question(visit) {
    const text = textsOf(visit)
    return { ...text.password, fields: [passwordField(text)] }
  },
  answer: (entrance, asked, { password: PASSWORD = '' }) => respond(entrance, asked, { PASSWORD }),
}
