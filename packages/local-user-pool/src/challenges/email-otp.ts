import { sentCode } from './sent-code.ts'

/** The code of an e-mail. */
export const emailOtp = sentCode('EMAIL_OTP', 'EMAIL_OTP_CODE', 'email')
