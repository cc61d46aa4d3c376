import type { ChallengePage } from './challenge-page.ts'
import { mfaSetup } from './mfa-setup.ts'
import { newPasswordRequired } from './new-password-required.ts'
import { password } from './password.ts'
import { selectChallenge } from './select-challenge.ts'
import { selectMfaType } from './select-mfa-type.ts'
import { emailOtp, smsMfa, smsOtp } from './sent-code.ts'
import { softwareTokenMfa } from './software-token-mfa.ts'
import { webAuthn } from './web-authn.ts'

/** The challenges that have a page. */
export const challengePages: readonly ChallengePage[] = [
  selectChallenge,
  password,
  webAuthn,
  emailOtp,
  smsOtp,
  smsMfa,
  softwareTokenMfa,
  selectMfaType,
  mfaSetup,
  newPasswordRequired,
]
