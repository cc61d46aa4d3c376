import { codeField } from '../fields.ts'
import { codeOf } from '../typed.ts'
import { textsOf } from '../visit.ts'
import { type ChallengePage, respond } from './challenge-page.ts'

/** The code of an authenticator app. */
export const softwareTokenMfa: ChallengePage = {
  name: 'SOFTWARE_TOKEN_MFA',
  question(visit) {
    const text = textsOf(visit)
    return { ...text.totpCode, fields: [codeField(text)] }
  },
  answer: (entrance, asked, { code }) => respond(entrance, asked, { SOFTWARE_TOKEN_MFA_CODE: codeOf(code) }),
}
