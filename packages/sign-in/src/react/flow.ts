import type { SignInConfiguration } from '../configuration'
import { failureOf } from '../failures/failure'
import type { Gateway } from '../gateway'
import type { Outcome } from '../machine'
import { createAuthorizedFetch } from '../session/authorized-fetch'
import { challengeOver } from '../session/pending-challenge'
import { rememberedKeeping } from '../session/storage'
import type { Keeping } from '../session/token-storage'
import type { Step } from '../step'
import { nextTask } from './next-task'
import { createSessionKeeper, type SessionKeeper } from './session-keeper'
import { createStore, type Store } from './store'

/** The machine at work, for React: what a person does, and what keeps their session. */
export interface Flow
  extends Pick<Store, 'state' | 'subscribe' | 'isWithinReach' | 'activity'>,
    Omit<SessionKeeper, 'tellSignedIn'> {
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
  /** Where the session is kept, or will be. */
  readonly keeping: () => Keeping
  /** Chooses where the session of the next sign-in is kept; remembered for the one after it. */
  readonly keepIn: (keeping: Keeping) => void
  /** The key by which the pool knows this device, where it has given it one. */
  readonly deviceKey: () => string | undefined
  readonly authorizedFetch: typeof fetch
}

export function createFlow(configuration: SignInConfiguration): Flow {
  const store = createStore(configuration)
  const { state, subscribe, isWithinReach, activity, tokens, dispatch, load } = store
  const { tellSignedIn, ...keeper } = createSessionKeeper(store)

  return {
    ...keeper,
    state,
    subscribe,
    isWithinReach,
    activity,
    prefetch() {
      // A failure here concerns nobody yet; the call that needs the file tries again and tells it.
      load().catch(() => undefined)
    },
    goTo(step) {
      dispatch({ type: 'goTo', step })
    },
    expire() {
      const { attempt, ...now } = state()
      if (now.name === 'asking' && !now.busy) dispatch({ type: 'failed', attempt, failure: challengeOver })
    },
    async submit(username, work) {
      const pressed = state().attempt
      // The browser's own work on a click is long enough: what is drawn for it is drawn in a task of its own.
      await nextTask()
      if (state().attempt !== pressed) return
      if (!dispatch({ type: 'submitted', ...(username !== undefined && { username }) })) return
      const { attempt } = state()
      // First the page shows that it is at work: what Amplify does before it waits for anything is no short task.
      await nextTask()
      const outcome = await load()
        .then(work)
        .catch((thrown): Outcome => ({ to: 'failure', failure: failureOf(thrown) }))
      // Nor is what it does with the last answer, to which what is drawn now would be added.
      await nextTask()
      if (outcome.to !== 'failure') store.setWithinReach(true)
      if (outcome.to === 'failure') dispatch({ type: 'failed', attempt, failure: outcome.failure })
      else if (dispatch({ type: 'advanced', attempt, outcome })) {
        if (outcome.to === 'signedIn') tellSignedIn()
      } else if (outcome.to === 'signedIn') {
        // Whoever has left the form meanwhile does not want to be signed in by it.
        await (await load()).signOut({})
      }
    },
    keeping: () => tokens.keeping,
    keepIn(keeping) {
      tokens.keepIn(keeping)
      rememberedKeeping.write(keeping)
    },
    deviceKey: tokens.deviceKey,
    authorizedFetch: createAuthorizedFetch(configuration.api ?? { origins: [] }, keeper),
  }
}
