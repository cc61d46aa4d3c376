import { beginsWithPassword, needsPassword, type SignInConfiguration } from '../configuration'
import type { StepName } from '../step'
import { confirmPassword } from './confirm-password'
import { confirmResetPassword } from './confirm-reset-password'
import { confirmSignUp } from './confirm-sign-up'
import { customChallenge } from './custom-challenge'
import { emailCode } from './email-code'
import { emailSetup } from './email-setup'
import { firstFactorSelection } from './first-factor-selection'
import { forgotPassword } from './forgot-password'
import { mfaSelection } from './mfa-selection'
import { mfaSetupSelection } from './mfa-setup-selection'
import { newPasswordRequired } from './new-password-required'
import { resetPassword } from './reset-password'
import type { Screen } from './screen'
import { signIn } from './sign-in'
import { signInByEmail } from './sign-in-by-email'
import { signUp } from './sign-up'
import { signUpByEmail } from './sign-up-by-email'
import { smsCode } from './sms-code'
import { totpCode } from './totp-code'
import { totpSetup } from './totp-setup'

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
  CONFIRM_SIGN_IN_WITH_PASSWORD: confirmPassword,
  CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE: customChallenge,
  CONTINUE_SIGN_IN_WITH_TOTP_SETUP: totpSetup,
  CONTINUE_SIGN_IN_WITH_EMAIL_SETUP: emailSetup,
  CONTINUE_SIGN_IN_WITH_MFA_SELECTION: mfaSelection,
  CONTINUE_SIGN_IN_WITH_MFA_SETUP_SELECTION: mfaSetupSelection,
  CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION: firstFactorSelection,
} satisfies { [Name in StepName]: Screen<Name> }

/** The entrances of a pool that does not begin with a password. */
export const screensWithoutPassword = { SIGN_IN: signInByEmail, SIGN_UP: signUpByEmail } satisfies {
  [Name in StepName]?: Screen<Name>
}

/** The screen of a step, as the configuration wants it. */
export function screenOf(
  step: StepName,
  configuration: SignInConfiguration,
): Screen<StepName, string, ScreenText> {
  if (step === 'SIGN_IN' && !beginsWithPassword(configuration)) return screensWithoutPassword[step]
  if (step === 'SIGN_UP' && !needsPassword(configuration)) return screensWithoutPassword[step]
  return screens[step]
}

/** The keys under which every language has the texts of a screen. */
export type ScreenText =
  | (typeof screens)[StepName]['text']
  | (typeof screensWithoutPassword)[keyof typeof screensWithoutPassword]['text']
