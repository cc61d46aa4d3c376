import { codeField } from '../fields.ts'
import { codeOf } from '../typed.ts'
import { textsOf } from '../visit.ts'
import { type ChallengePage, respond } from './challenge-page.ts'

const sentCode = (name: 'EMAIL_OTP' | 'SMS_OTP' | 'SMS_MFA'): ChallengePage => ({
  name,
  question(visit, { parameters }) {
    const text = textsOf(visit)
    const { title, lead, submit } = name === 'EMAIL_OTP' ? text.emailCode : text.smsCode
    return { title, lead: lead(parameters.CODE_DELIVERY_DESTINATION), submit, fields: [codeField(text)] }
  },
  answer: (entrance, asked, { code }) => respond(entrance, asked, { [`${name}_CODE`]: codeOf(code) }),
})

/** The code of an e-mail, in place of a password or after it. */
export const emailOtp = sentCode('EMAIL_OTP')

/** The code of a text message in place of a password. */
export const smsOtp = sentCode('SMS_OTP')

/** The code of a text message after a password. */
export const smsMfa = sentCode('SMS_MFA')
