import { sentCode } from './sent-code.ts'

/** The code of a text message. */
export const smsMfa = sentCode('SMS_MFA', 'SMS_MFA_CODE', 'phone_number')
