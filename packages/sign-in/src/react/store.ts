import { keepingOf, type SignInConfiguration } from '../configuration'
import type { Gateway } from '../gateway'
import { type Event, initialState, next, type State } from '../machine'
import { type Activity, createActivity } from '../session/activity'
import { rememberChallenge } from '../session/pending-challenge'
import { browserPlaces, rememberedKeeping, rememberedUsername } from '../session/storage'
import { createTokenStorage, type TokenStorage } from '../session/token-storage'

/** What everything around the machine shares: its state, where the tokens are, and Amplify once it is loaded. */
export interface Store {
  readonly configuration: SignInConfiguration
  readonly tokens: TokenStorage
  readonly activity: Activity
  state(): State
  /** Whether Cognito could be reached when last it was asked, and the browser has a network. */
  isWithinReach(): boolean
  setWithinReach(isWithinReach: boolean): void
  subscribe(listener: () => void): () => void
  /** Returns whether the event changed anything. */
  dispatch(event: Event): boolean
  /** Amplify, fetched when first asked for; a network that fails then can be tried again. */
  load(): Promise<Gateway>
}

export function createStore(configuration: SignInConfiguration): Store {
  const tokens = createTokenStorage(configuration.userPoolClientId, browserPlaces())
  const wanted = keepingOf(configuration, rememberedKeeping.read())
  const isFixed = (configuration.session?.keep ?? 'ask') !== 'ask'
  // What is found elsewhere was kept before the developer decided.
  if (isFixed && tokens.keeping !== wanted) tokens.forget()
  if (tokens.lastUser() === undefined) tokens.keepIn(wanted)
  const activity = createActivity(() => tokens.keeping)
  const listeners = new Set<() => void>()
  let state = initialState
  let isWithinReach = true
  let gateway: Promise<Gateway> | undefined

  function notify(): void {
    for (const listener of listeners) listener()
  }

  return {
    configuration,
    tokens,
    activity,
    state: () => state,
    isWithinReach: () => isWithinReach,
    setWithinReach(found) {
      if (isWithinReach === found) return
      isWithinReach = found
      notify()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispatch(event) {
      const before = state
      state = next(before, event)
      if (state === before) return false
      remember(state)
      if (state.name === 'asking') tokens.bindTo(undefined)
      if (state.name === 'signedIn' && before.name !== 'signedIn') activity.note()
      if (state.name === 'asking' && before.name !== 'asking') activity.forget()
      notify()
      return true
    },
    load() {
      // At once, so that Amplify is never there without its configuration.
      gateway ??= Promise.all([
        import('../gateway'),
        configuration.loginWith?.oauth && import('../gateway/hosted-page'),
      ])
        .then(([{ createGateway }, hostedPage]) => createGateway(configuration, tokens, hostedPage))
        .catch((thrown) => {
          gateway = undefined
          throw thrown
        })
      return gateway
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
