import { causeOf, entranceAfter } from './failures/cause'
import type { Failure } from './failures/failure'
import type { Session } from './session/session'
import type { Step } from './step'

const notices = [
  'codeSent',
  'signUpConfirmed',
  'passwordReset',
  'sessionExpired',
  'setupInterrupted',
  'askedAgain',
  'signedOut',
  'signedOutEverywhere',
  'signedOutHereOnly',
  'deviceForgotten',
  'signedOutIdle',
  'sessionRevoked',
  'accountDeleted',
  'hostedPageKept',
] as const

/** Something good to say above the form: done, sent, signed out. */
export type Notice = (typeof notices)[number]

/** Whether this, from a storage or another tab, is something that this version of the page can say. */
export function isNotice(value: unknown): value is Notice {
  return notices.some((notice) => notice === value)
}

/** Why a session has ended, and whose it was where they are expected back. */
export interface Ending {
  readonly notice: Notice
  readonly username?: string
}

/** How a call ended. */
export type Outcome =
  | {
      readonly to: 'step'
      readonly step: Step
      readonly notice?: Notice
      /** Why it is this step: another way did not work. */
      readonly failure?: Failure
    }
  | { readonly to: 'signedIn'; readonly session: Session }
  | { readonly to: 'failure'; readonly failure: Failure }

/** What is left of a challenge that was under way when the page was left: its step, or why there is none. */
export interface Resumed {
  readonly step?: Step
  readonly notice?: Notice
  readonly failure?: Failure
}

interface Attempt {
  /** Grows with everything a person begins; an answer that carries an older number comes too late. */
  readonly attempt: number
}

/** The whole flow. `asking` is every form; which one is its step. */
export type State = Attempt &
  (
    | {
        readonly name: 'restoring'
        /** Somebody comes back from the hosted page, and their sign-in is being finished. */
        readonly isReturn?: boolean
        readonly failure?: Failure
      }
    | {
        readonly name: 'asking'
        readonly step: Step
        readonly busy: boolean
        readonly failure?: Failure
        readonly notice?: Notice
      }
    | { readonly name: 'signedIn'; readonly session: Session }
    | { readonly name: 'signingOut'; readonly session: Session }
  )

/** What a person does (`goTo`, `submitted`, `signOut`, `returned` from the hosted page) and what is answered (all that carry an attempt). */
export type Event =
  | { readonly type: 'goTo'; readonly step: Step }
  | { readonly type: 'submitted'; readonly username?: string }
  | { readonly type: 'signOut' }
  | { readonly type: 'returned' }
  | (Attempt &
      (
        | ({ readonly type: 'restored'; readonly session?: Session; readonly username?: string } & Resumed)
        | { readonly type: 'advanced'; readonly outcome: Exclude<Outcome, { to: 'failure' }> }
        | { readonly type: 'failed'; readonly failure: Failure }
        | ({ readonly type: 'sessionEnded' } & Ending)
      ))

type Asking = Extract<State, { name: 'asking' }>

export const initialState: State = { name: 'restoring', attempt: 0 }

/** The next state; the same object when the event changes nothing, by which a double submit is known. */
export function next(state: State, event: Event): State {
  if ('attempt' in event && event.attempt !== state.attempt) return state
  const attempt = state.attempt + 1
  switch (event.type) {
    case 'submitted':
      if (state.name === 'asking' && !state.busy) {
        const { username = state.step.username } = event
        return { name: 'asking', attempt, step: { ...state.step, ...named(username) }, busy: true }
      }
      if (state.name !== 'restoring' || !state.failure) return state
      return { name: 'restoring', attempt, ...(state.isReturn && { isReturn: true }) }
    case 'returned':
      return state.name === 'restoring' && !state.isReturn ? { ...state, isReturn: true } : state
    case 'goTo':
      if (state.name !== 'asking' && state.name !== 'restoring') return state
      return { name: 'asking', attempt, step: event.step, busy: false }
    case 'signOut':
      return state.name === 'signedIn' ? { name: 'signingOut', attempt, session: state.session } : state
    case 'restored':
      // Whoever signs in in another tab is signed in here, too, unless this tab is about to do it itself.
      if (state.name === 'signingOut' || (state.name === 'asking' && (state.busy || !event.session)))
        return state
      if (event.session) {
        // A form that is taken away takes the focus with it.
        const attempt = state.name === 'asking' ? state.attempt + 1 : state.attempt
        return { name: 'signedIn', attempt, session: event.session }
      }
      return asking(state, event.step ?? signIn(event.username), event)
    case 'advanced':
      if (state.name !== 'asking') return state
      if (event.outcome.to === 'signedIn') {
        return { name: 'signedIn', attempt: state.attempt, session: event.outcome.session }
      }
      return asking(state, event.outcome.step, event.outcome)
    case 'failed':
      if (state.name === 'restoring') return { ...state, failure: event.failure }
      return state.name === 'asking' ? afterFailure(state, event.failure) : state
    case 'sessionEnded':
      if (state.name !== 'asking') {
        const replaced = state.name === 'signedIn' ? { attempt: state.attempt + 1 } : state
        return asking(replaced, signIn(event.username), { notice: event.notice })
      }
      return state.notice === 'sessionExpired' && !state.busy ? better(state, event) : state
  }
}

/** The tab in which a session ended knows better why, and whose it was, than one that only found it gone. */
function better(state: Asking, { notice, username }: Ending): State {
  const step = { ...named(username), ...state.step }
  const isKnown = notice === state.notice && step.username === state.step.username
  return isKnown ? state : { ...state, step, notice }
}

function asking(
  { attempt }: Attempt,
  step: Step,
  { notice, failure }: Pick<Resumed, 'notice' | 'failure'>,
): State {
  return {
    name: 'asking',
    attempt,
    step,
    busy: false,
    ...(notice && { notice }),
    ...(failure && { failure }),
  }
}

function signIn(username: string | undefined): Step {
  return { name: 'SIGN_IN', ...named(username) }
}

/** The member of a step or an event that says who it is about; none where nobody is known. */
export function named(username: string | undefined): { username?: string } {
  return username === undefined ? {} : { username }
}

/** Stays on the step, or leaves it when nothing typed into it can succeed any more; the e-mail address is kept. */
function afterFailure(state: Asking, failure: Failure): State {
  const { step } = state
  const cause = causeOf(failure)
  const username = named(step.username)
  if (cause === 'notConfirmed') return asking(state, { name: 'CONFIRM_SIGN_UP', ...username }, { failure })
  const name = entranceAfter(cause)
  return asking(state, name ? { name, ...username } : step, { failure })
}
