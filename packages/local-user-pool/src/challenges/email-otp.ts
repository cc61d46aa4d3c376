import { isFirstFactor } from '../domain/first-factors.ts'
import type { Challenge } from './challenge.ts'
import { firstFactorCode } from './first-factor-code.ts'
import { sentCode } from './sent-code.ts'

const first = firstFactorCode('EMAIL_OTP')
const second = sentCode('EMAIL_OTP', 'EMAIL_OTP_CODE', 'email')

/** The code of an e-mail: in place of a password, or after it. Which of the two it is, the Session says. */
export const emailOtp: Challenge = {
  name: 'EMAIL_OTP',
  async answer(entrance, responses, session) {
    const challenge = isFirstFactor(entrance, 'EMAIL_OTP', session) ? first : second
    return challenge.answer(entrance, responses, session)
  },
}
