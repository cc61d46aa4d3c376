import type { ReactNode } from 'react'
import type { SignInConfiguration } from '../configuration'
import type { Field } from '../fields/field'
import type { Gateway } from '../gateway'
import type { Outcome } from '../machine'
import type { Step, StepName, StepOf } from '../step'

/** What a screen may use when its form is sent. */
export interface Context<Name extends StepName = StepName> {
  readonly step: StepOf<Name>
  readonly gateway: Gateway
  /** The e-mail address: typed into this form, or known from the step before. */
  readonly username: string
  /** The values of the fields that `attributes` asked for. */
  readonly attributes: Record<string, string>
}

/** A way out of a screen, drawn below the form. */
export interface Link {
  /** Names its text. */
  readonly text: 'signIn' | 'signUp' | 'forgotPassword' | 'haveCode'
  /** Where it leads; the e-mail address that is typed goes along. */
  readonly to:
    | Extract<StepName, 'SIGN_IN' | 'SIGN_UP' | 'FORGOT_PASSWORD'>
    | 'CONFIRM_RESET_PASSWORD_WITH_CODE'
}

/** A second factor; Amplify's own words for them. */
export type MfaType = NonNullable<StepOf<'CONTINUE_SIGN_IN_WITH_MFA_SELECTION'>['allowedMFATypes']>[number]

/** What somebody can sign in with, as Cognito offers it and in the order in which the page does. */
const firstFactors = ['WEB_AUTHN', 'PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP'] as const

/** One of several ways to go on. */
export type Choice = MfaType | (typeof firstFactors)[number]

/** The offers that a person can tell apart: where the password can be proved, it is not sent as well. */
export function offeredFactors(available: readonly string[]): readonly Choice[] {
  return firstFactors.filter(
    (factor) => available.includes(factor) && !(factor === 'PASSWORD' && available.includes('PASSWORD_SRP')),
  )
}

/** What to try when no code comes, or none fits. The first is for the screens that can send another code. */
export type Help = 'mail' | 'signInMail' | 'signInText' | 'app'

/** One step, as data: the renderer draws it, the gateway answers it. */
export interface Screen<
  Name extends StepName = StepName,
  FieldName extends string = string,
  Text extends string = string,
> {
  /** The key of its texts in every language. */
  readonly text: Text
  /** In the order of the form; the keys are the names under which `submit` finds the values. */
  readonly fields: Readonly<Record<FieldName, Field>>
  /** User attributes to ask for besides, when only the step or the configuration knows them. */
  attributes?(step: Step, configuration: SignInConfiguration): readonly string[]
  readonly links: readonly Link[]
  /** Shows what to do when there is no code that fits. */
  readonly help?: Help
  /** Drawn above the form, for what fields cannot show. */
  view?(step: StepOf<Name>, title: string): ReactNode
  /** The ways to go on, each a button of its own: one press chooses and sends. */
  choices?(step: StepOf<Name>): readonly Choice[]
  /** Goes on in the chosen way. */
  choose?(choice: Choice, context: Context<Name>): Promise<Outcome>
  /** Sends the form; a screen without it only tells something, or lets choose. */
  submit?(values: Readonly<Record<FieldName, string>>, context: Context<Name>): Promise<Outcome>
  /** Sends another code. */
  resend?(context: Context<Name>): Promise<Outcome>
}

/** Names the step that a screen is for and infers the rest. */
export function screen<Name extends StepName, FieldName extends string, Text extends string>(
  _step: Name,
  definition: Screen<Name, FieldName, Text>,
): Screen<Name, FieldName, Text> {
  return definition
}
