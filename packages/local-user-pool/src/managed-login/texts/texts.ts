import type { FirstFactor } from '../../domain/first-factors.ts'
import type { SecondFactor } from '../../domain/second-factors.ts'
import type { Cause } from '../failures.ts'

/** One page: what stands at its head, and on the button that sends it. */
interface PageTexts {
  readonly title: string
  readonly lead?: string
  readonly submit: string
}

/** A page that says where a code was sent. */
interface CodeTexts extends Omit<PageTexts, 'lead'> {
  readonly lead: (destination: string | undefined) => string
}

/** A page that is read, and has nothing to be sent. */
interface NoteTexts {
  readonly title: string
  readonly text: string
}

/** What the error page says of a code: what is wrong, and how it is put right. */
interface ErrorTexts {
  readonly wrong: string
  readonly remedy: string
}

/** All that the pages say, in one language. */
export interface Texts {
  readonly other: string
  readonly problem: (title: string) => string
  readonly stand: string
  readonly inbox: string
  readonly signIn: PageTexts
  readonly chooseUser: PageTexts
  /** The title where people sign in by providers alone. */
  readonly chooseProvider: string
  readonly signedIn: {
    readonly title: string
    readonly lead: (name: string) => string
    readonly proceed: (name: string) => string
    readonly another: string
  }
  readonly signUp: PageTexts
  readonly confirmSignUp: CodeTexts
  readonly forgotPassword: PageTexts
  readonly resetPassword: CodeTexts
  readonly newPassword: PageTexts
  readonly password: PageTexts
  readonly emailCode: CodeTexts
  readonly smsCode: CodeTexts
  readonly totpCode: PageTexts
  readonly chooseFactor: Omit<PageTexts, 'submit'>
  readonly chooseSecondFactor: Omit<PageTexts, 'submit'>
  readonly chooseSetUp: Omit<PageTexts, 'submit'>
  readonly setUpEmail: PageTexts
  readonly setUpApp: PageTexts & {
    readonly scan: string
    readonly qrCode: string
    readonly open: string
    readonly byHand: string
    readonly enter: string
  }
  readonly passkey: PageTexts & {
    readonly noScript: string
    readonly notSupported: string
    readonly canceled: string
    readonly elsewhere: (relyingParty: string, host: string) => string
  }
  readonly links: {
    readonly signIn: string
    readonly signUp: string
    readonly forgotPassword: string
    readonly haveCode: string
    readonly startOver: string
    readonly another: string
    readonly resend: string
    readonly provider: (name: string) => string
  }
  readonly labels: {
    readonly email: string
    readonly phone: string
    readonly emailOrPhone: string
    readonly username: string
    readonly alias: string
    readonly password: string
    readonly newPassword: string
    readonly code: string
    readonly optional: string
    readonly digits: string
    readonly noPasswordNeeded: string
    readonly phoneForm: string
  }
  /** Names of standard attributes; others go by their own. */
  readonly attributes: Readonly<Record<string, string>>
  readonly rules: {
    readonly title: string
    readonly length: (characters: number) => string
    readonly uppercase: string
    readonly lowercase: string
    readonly numbers: string
    readonly symbols: string
  }
  readonly factors: Readonly<Record<Exclude<FirstFactor, 'PASSWORD_SRP'> | SecondFactor, string>>
  readonly notices: {
    readonly codeSent: string
    readonly signUpConfirmed: string
    readonly passwordReset: string
  }
  readonly notes: {
    readonly ended: NoteTexts
    readonly foreign: NoteTexts
    readonly closed: NoteTexts
    readonly unconfirmable: NoteTexts
    readonly unsupported: (challenge: string) => NoteTexts
    readonly nothingToSetUp: NoteTexts
    readonly noProvider: NoteTexts
    readonly customOnly: NoteTexts
  }
  /** `reason` is what a trigger says. */
  readonly failures: Readonly<Record<Cause, (reason: string) => string>>
  readonly error: {
    readonly title: string
    readonly wrong: string
    readonly remedy: string
    readonly registered: (client: string) => string
    readonly signedOut: (client: string) => string
    readonly none: string
    readonly requests: string
    readonly codes: Readonly<Record<ErrorCode, ErrorTexts>>
  }
}

export type ErrorCode = 'redirect_mismatch' | 'invalid_client' | 'invalid_request' | 'no_domain' | 'unknown'
