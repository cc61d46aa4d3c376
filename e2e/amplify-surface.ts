import * as auth from 'aws-amplify/auth'

type StepOf<
  Output extends { nextStep: unknown },
  Member extends string,
> = Output['nextStep'] extends infer Next
  ? Next extends Record<Member, infer Name extends string>
    ? Name
    : never
  : never

// Amplify exports its steps as types alone; one that it adds fails to compile until it stands here.
const steps = {
  signInStep: {
    CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE: true,
    CONFIRM_SIGN_IN_WITH_EMAIL_CODE: true,
    CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED: true,
    CONFIRM_SIGN_IN_WITH_PASSWORD: true,
    CONFIRM_SIGN_IN_WITH_SMS_CODE: true,
    CONFIRM_SIGN_IN_WITH_TOTP_CODE: true,
    CONFIRM_SIGN_UP: true,
    CONTINUE_SIGN_IN_WITH_EMAIL_SETUP: true,
    CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION: true,
    CONTINUE_SIGN_IN_WITH_MFA_SELECTION: true,
    CONTINUE_SIGN_IN_WITH_MFA_SETUP_SELECTION: true,
    CONTINUE_SIGN_IN_WITH_TOTP_SETUP: true,
    RESET_PASSWORD: true,
    DONE: true,
  } satisfies Record<StepOf<auth.SignInOutput, 'signInStep'>, true>,
  signUpStep: {
    CONFIRM_SIGN_UP: true,
    COMPLETE_AUTO_SIGN_IN: true,
    DONE: true,
  } satisfies Record<StepOf<auth.SignUpOutput, 'signUpStep'>, true>,
  resetPasswordStep: {
    CONFIRM_RESET_PASSWORD_WITH_CODE: true,
    DONE: true,
  } satisfies Record<StepOf<auth.ResetPasswordOutput, 'resetPasswordStep'>, true>,
  updateAttributeStep: {
    CONFIRM_ATTRIBUTE_WITH_CODE: true,
    DONE: true,
  } satisfies Record<StepOf<auth.UpdateUserAttributeOutput, 'updateAttributeStep'>, true>,
}

/** Amplify's public functions, as a journey notes them: `signIn()`. */
export const functions: readonly string[] = Object.entries(auth)
  .filter(([name]) => name !== 'AuthError')
  .map(([name]) => `${name}()`)

/** The steps that they answer, as a journey notes them: `signInStep DONE`. */
export const stepsOf: Readonly<Record<keyof typeof steps, readonly string[]>> = {
  signInStep: noted('signInStep'),
  signUpStep: noted('signUpStep'),
  resetPasswordStep: noted('resetPasswordStep'),
  updateAttributeStep: noted('updateAttributeStep'),
}

function noted(member: keyof typeof steps): string[] {
  return Object.keys(steps[member]).map((step) => `${member} ${step}`)
}

/** Steps that have a type and are never answered, and why: no journey can come by them. */
export const neverAnswered: ReadonlyMap<string, string> = new Map([
  // Of its source, 6.22: `resetPassword` always answers the other step.
  ['resetPasswordStep DONE', 'never answered by Amplify 6.22: `confirmResetPassword` resolves nothing'],
])
