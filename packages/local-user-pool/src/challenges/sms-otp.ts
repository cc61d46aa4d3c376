import { firstFactorCode } from './first-factor-code.ts'

/** The code of a text message in place of a password. After a password it is SMS_MFA. */
export const smsOtp = firstFactorCode('SMS_OTP')
