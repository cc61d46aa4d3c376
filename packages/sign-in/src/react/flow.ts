import type { SignInConfiguration } from '../configuration'
import { failureOf } from '../failures/failure'
import type { Gateway } from '../gateway'
import { type Event, initialState, type Notice, next, type Outcome, type State } from '../machine'
import { challengeOver, pendingChallenge, rememberChallenge } from '../session/pending-challenge'
import type { Session } from '../session/session'
import { forgetTokens, probablySignedIn, rememberedUsername } from '../session/storage'
import type { Step } from '../step'

/** The machine at work: holds the state, calls the gateway, and tells React. */
export interface Flow {
  readonly state: () => State
  readonly subscribe: (listener: () => void) => () => void
  /** Finds out who is here, without showing a form to somebody who is signed in. */
  readonly restore: () => Promise<void>
  /** Fetches Amplify ahead of its use. */
  readonly prefetch: () => void
  readonly goTo: (step: Step) => void
  /** Leaves a challenge whose time is over, unless an answer to it is on its way. */
  readonly expire: () => void
  /** Does nothing while an answer is awaited, so nothing is ever sent twice. */
  readonly submit: (
    username: string | undefined,
    work: (gateway: Gateway) => Promise<Outcome>,
  ) => Promise<void>
  /** The session with tokens that are still valid; undefined when it has ended. Rejects with the network. */
  readonly fetchSession: () => Promise<Session | undefined>
  /** For a session that has ended by something else than `signOut`. */
  readonly endSession: (notice: Notice) => void
  readonly signOut: (options?: { readonly global?: boolean }) => Promise<void>
}

export function createFlow(configuration: SignInConfiguration): Flow {
  let state = initialState
  let gateway: Promise<Gateway> | undefined
  const listeners = new Set<() => void>()

  function load(): Promise<Gateway> {
    gateway ??= import('../gateway').then(
      ({ createGateway }) => createGateway(configuration),
      (thrown) => {
        gateway = undefined
        throw thrown
      },
    )
    return gateway
  }

  /** Returns whether the event changed anything. */
  function dispatch(event: Event): boolean {
    const before = state
    state = next(before, event)
    if (state === before) return false
    remember(state)
    for (const listener of listeners) listener()
    return true
  }

  async function restore(): Promise<void> {
    if (state.name === 'restoring' && state.failure) dispatch({ type: 'submitted' })
    const { attempt } = state
    const username = rememberedUsername.read()
    const nobody = username === undefined ? {} : { username }
    if (!probablySignedIn(configuration.userPoolClientId)) {
      dispatch({ type: 'restored', attempt, ...nobody, ...pendingChallenge(Date.now()) })
      return
    }
    try {
      const session = await (await load()).fetchSession()
      if (session) dispatch({ type: 'restored', attempt, session })
      else dispatch({ type: 'sessionEnded', attempt, notice: 'sessionExpired', ...nobody })
    } catch (thrown) {
      dispatch({ type: 'failed', attempt, failure: failureOf(thrown) })
    }
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    restore,
    prefetch() {
      // A failure here concerns nobody yet; the call that needs the file tries again and tells it.
      load().catch(() => undefined)
    },
    goTo(step) {
      dispatch({ type: 'goTo', step })
    },
    expire() {
      if (state.name !== 'asking' || state.busy) return
      dispatch({ type: 'failed', attempt: state.attempt, failure: challengeOver })
    },
    async submit(username, work) {
      if (!dispatch({ type: 'submitted', ...(username !== undefined && { username }) })) return
      const { attempt } = state
      const outcome = await load()
        .then(work)
        .catch((thrown): Outcome => ({ to: 'failure', failure: failureOf(thrown) }))
      if (outcome.to === 'failure') dispatch({ type: 'failed', attempt, failure: outcome.failure })
      else if (!dispatch({ type: 'advanced', attempt, outcome }) && outcome.to === 'signedIn') {
        // Whoever has left the form meanwhile does not want to be signed in by it.
        await (await load()).signOut({})
      }
    },
    async fetchSession() {
      const { attempt } = state
      const session = await (await load()).fetchSession()
      if (session) dispatch({ type: 'restored', attempt, session })
      else dispatch({ type: 'sessionEnded', attempt, notice: 'sessionExpired', ...usernameOf(state) })
      return session
    },
    endSession(notice) {
      forgetTokens(configuration.userPoolClientId)
      const username = notice === 'accountDeleted' ? {} : usernameOf(state)
      dispatch({ type: 'sessionEnded', attempt: state.attempt, notice, ...username })
    },
    async signOut({ global = false } = {}) {
      if (!dispatch({ type: 'signOut' })) return
      const { attempt } = state
      const notice = await load()
        .then((loaded) => loaded.signOut({ global }))
        .catch(() => 'signedOut' as const)
      dispatch({ type: 'sessionEnded', attempt, notice })
    },
  }
}

/** A form remembers itself over a reload; whoever is in, or left on purpose, is not remembered. */
function remember(state: State): void {
  if (state.name === 'restoring') return
  const step = state.name === 'asking' ? state.step : undefined
  rememberedUsername.write(step?.username)
  rememberChallenge(step)
}

function usernameOf(state: State): { username?: string } {
  return state.name === 'signedIn' ? { username: state.session.username } : {}
}
