import type { ResetPasswordOutput, SignInOutput, SignUpOutput } from 'aws-amplify/auth'

/** One of Amplify's `nextStep` objects, with the member that names the step renamed to `name`. */
type Named<Next, Key extends string> =
  Next extends Record<Key, string>
    ? { [Name in Next[Key]]: Omit<Next, Key> & { readonly name: Name } }[Next[Key]]
    : never

type AmplifyStep =
  | Named<SignInOutput['nextStep'], 'signInStep'>
  | Named<SignUpOutput['nextStep'], 'signUpStep'>
  | Named<ResetPasswordOutput['nextStep'], 'resetPasswordStep'>

/** The doors that a person may choose; Amplify has no step before its first call. */
export type Entrance = 'SIGN_IN' | 'SIGN_UP' | 'FORGOT_PASSWORD'

type EntranceStep = { [Name in Entrance]: { readonly name: Name } }[Entrance]

/** Steps that end a call instead of asking for something. */
type Finished = 'DONE' | 'COMPLETE_AUTO_SIGN_IN'

/** What is asked for now: an entrance, or a step that Amplify named, with Amplify's details of it. */
export type Step = (EntranceStep | Exclude<AmplifyStep, { name: Finished }>) & {
  /** The e-mail address, as far as it is known. */
  readonly username?: string
  /** When Cognito forgets the challenge, in milliseconds since 1970; absent where nothing runs out. */
  readonly expiresAt?: number
}

/** Derived from Amplify's types, so that an upgrade which adds a step fails to compile until it has a screen. */
export type StepName = Step['name']

/** The step of one name. */
export type StepOf<Name extends StepName> = { [N in StepName]: Extract<Step, { readonly name: N }> }[Name]

/** Where the code of this step was sent, masked as Cognito gives it; undefined when nothing was sent now. */
export function destinationOf(step: Step): string | undefined {
  return 'codeDeliveryDetails' in step ? step.codeDeliveryDetails?.destination : undefined
}
