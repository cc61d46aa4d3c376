import type { Cause } from '../failures/cause'
import type { Failure } from '../failures/failure'
import type { FieldLabel, Problem } from '../fields/field'
import type { PasswordFormat, Rule } from '../fields/password-policy'
import type { Notice } from '../machine'
import type { ScreenText } from '../screens'
import type { Choice, Help, Link } from '../screens/screen'
import type { StandardAttribute } from './standard-attribute'

/** What the text of a step may mention. */
export interface StepFacts {
  /** Where a code was sent just now, masked. */
  readonly destination: string | undefined
  /** The e-mail address, as far as it is known. */
  readonly username: string | undefined
}

/** The texts of one screen. */
export interface ScreenMessages {
  /** The heading, and the title of the window. */
  readonly title: string
  /** What this step is about, when the heading does not say it all. */
  readonly lead?: (facts: StepFacts) => string
  /** The button that sends the form; absent where nothing is sent. */
  readonly submit?: string
  /** The same button while the answer is awaited. */
  readonly busy?: string
}

/** The texts of one of several ways to go on. */
export interface ChoiceMessages {
  readonly label: string
  readonly hint: string
  /** While its answer is awaited, where that says more than the text of the screen. */
  readonly busy?: string
}

/** Everything the entrance says, in one language. */
export interface Messages {
  readonly screens: Readonly<Record<ScreenText, ScreenMessages>>
  readonly links: Readonly<Record<Link['text'], string>>
  readonly fields: Readonly<Record<FieldLabel, { readonly label: string; readonly hint?: string }>>
  readonly attributes: Readonly<Record<StandardAttribute, string>>
  /** Formats that an attribute must have. */
  readonly attributeHints: Readonly<Partial<Record<StandardAttribute, string>>>
  readonly required: string
  readonly problems: Readonly<Record<Problem, (label: string) => string>>
  readonly summary: (count: number) => string
  readonly failures: Readonly<Record<Cause, (failure: Failure) => string>>
  readonly requestId: (id: string) => string
  readonly notices: Readonly<Record<Notice, (facts: StepFacts) => string>>
  readonly password: {
    readonly show: string
    readonly capsLock: string
    readonly fullWidth: string
    readonly rules: string
    readonly rule: Readonly<Record<Rule, (format: PasswordFormat) => string>>
    readonly met: string
    readonly unmet: string
    readonly progress: (met: number, all: number) => string
  }
  readonly resend: {
    readonly now: string
    readonly busy: string
    readonly later: (seconds: number) => string
  }
  readonly help: Readonly<Record<Help, { readonly title: string; readonly advice: readonly string[] }>>
  readonly choices: Readonly<Record<Choice, ChoiceMessages>>
  readonly timeLeft: (minutes: number, seconds: number) => string
  /** How an authenticator app is set up. */
  readonly totp: {
    readonly scan: string
    /** Stands for the picture where it is not seen. */
    readonly qrCode: string
    readonly open: string
    readonly enter: string
    readonly byHand: string
    readonly secret: string
    readonly copy: string
    readonly copied: string
    readonly notCopied: string
  }
  readonly account: (username: string) => string
  readonly restoring: string
  /** While Cognito cannot be reached, and nobody has to do anything about it. */
  readonly offline: string
  /** The box that keeps somebody signed in. */
  readonly keep: { readonly label: string; readonly hint: string }
  /** Before somebody who does nothing is signed out. */
  readonly idle: {
    readonly title: string
    readonly lead: string
    readonly left: (seconds: number) => string
    readonly stay: string
    readonly leave: string
  }
  /** The way to sign in at the hosted page of the user pool. */
  readonly hostedPage: {
    /** Between the form and the ways that lead away from it. */
    readonly or: string
    readonly leave: string
    /** Straight to an identity provider, by its name. */
    readonly provider: (name: string) => string
    readonly hint: string
    /** While the page is being left. */
    readonly leaving: string
    /** While a sign-in is being finished after the return. */
    readonly returning: string
  }
  readonly retry: string
  readonly signingOut: string
  readonly signedIn: {
    readonly title: string
    readonly as: string
    readonly account: string
    /** From the account page to where one was. */
    readonly back: string
    readonly signOut: string
    readonly signOutEverywhere: string
    readonly signOutEverywhereHint: string
  }
}
