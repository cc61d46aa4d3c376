import type { StepName } from '../step'
import { confirmResetPassword } from './confirm-reset-password'
import { confirmSignUp } from './confirm-sign-up'
import { emailCode } from './email-code'
import { emailSetup } from './email-setup'
import { forgotPassword } from './forgot-password'
import { mfaSelection } from './mfa-selection'
import { mfaSetupSelection } from './mfa-setup-selection'
import { newPasswordRequired } from './new-password-required'
import { resetPassword } from './reset-password'
import type { Screen } from './screen'
import { signIn } from './sign-in'
import { signUp } from './sign-up'
import { smsCode } from './sms-code'
import { totpCode } from './totp-code'
import { totpSetup } from './totp-setup'
import { unsupported } from './unsupported'

/** Every step and its screen. A new screen is its file and its line here; the languages then ask for its texts. */
export const screens = {
  SIGN_IN: signIn,
  SIGN_UP: signUp,
  FORGOT_PASSWORD: forgotPassword,
  CONFIRM_SIGN_UP: confirmSignUp,
  RESET_PASSWORD: resetPassword,
  CONFIRM_RESET_PASSWORD_WITH_CODE: confirmResetPassword,
  CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED: newPasswordRequired,
  CONFIRM_SIGN_IN_WITH_SMS_CODE: smsCode,
  CONFIRM_SIGN_IN_WITH_EMAIL_CODE: emailCode,
  CONFIRM_SIGN_IN_WITH_TOTP_CODE: totpCode,
  CONFIRM_SIGN_IN_WITH_PASSWORD: unsupported,
  CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE: unsupported,
  CONTINUE_SIGN_IN_WITH_TOTP_SETUP: totpSetup,
  CONTINUE_SIGN_IN_WITH_EMAIL_SETUP: emailSetup,
  CONTINUE_SIGN_IN_WITH_MFA_SELECTION: mfaSelection,
  CONTINUE_SIGN_IN_WITH_MFA_SETUP_SELECTION: mfaSetupSelection,
  CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION: unsupported,
} satisfies { [Name in StepName]: Screen<Name> | typeof unsupported }

/** The keys under which every language has the texts of a screen. */
export type ScreenText = (typeof screens)[StepName]['text']
