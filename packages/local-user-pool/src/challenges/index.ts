import type { Challenge } from './challenge.ts'
import { emailOtp } from './email-otp.ts'
import { mfaSetup } from './mfa-setup.ts'
import { newPasswordRequired } from './new-password-required.ts'
import { passwordVerifier } from './password-verifier.ts'
import { selectMfaType } from './select-mfa-type.ts'
import { smsMfa } from './sms-mfa.ts'
import { softwareTokenMfa } from './software-token-mfa.ts'

export const challenges: readonly Challenge[] = [
  passwordVerifier,
  newPasswordRequired,
  smsMfa,
  emailOtp,
  softwareTokenMfa,
  selectMfaType,
  mfaSetup,
]
