import { idleMinutesOf } from '../configuration'
import { causeOf } from '../failures/cause'
import { endingOf } from '../failures/ending'
import { type Failure, failureOf } from '../failures/failure'
import type { Found, SignedOut } from '../gateway/session'
import { type Ending, type Notice, named, type State } from '../machine'
import { isReturn } from '../redirect/address'
import { watchBrowser } from '../session/browser'
import { idlenessAt } from '../session/idle'
import { leaveSaying, leftSaying } from '../session/leaving'
import { createOtherTabs, type News, type OtherTabs } from '../session/other-tabs'
import { pendingChallenge } from '../session/pending-challenge'
import type { Session } from '../session/session'
import { rememberedUsername } from '../session/storage'
import { type Chore, createUpkeep } from '../session/upkeep'
import type { Store } from './store'

/** Keeps the session: finds it, refreshes it, shares its beginning and its end with the other tabs. */
export interface SessionKeeper {
  /** Finds out who is here and watches over the session from then on. Answers what stops that. */
  begin(): () => void
  /** Finds out who is here, without showing a form to somebody who is signed in. */
  restore(): Promise<void>
  /** The session with tokens that are still valid; undefined when it has ended. Rejects with the network. */
  fetchSession(options?: { readonly forceRefresh?: boolean }): Promise<Session | undefined>
  /** Tells the other tabs that somebody has signed in here. */
  tellSignedIn(): void
  /** For a session that has ended by something else than `signOut`. */
  endSession(notice: Notice): void
  /** Ends the session where this failure of a call with its tokens says that it is over; answers whether it is. */
  endIfOver(failure: Failure): boolean
  /** The notice is what is said afterwards, where it is not the usual. */
  signOut(options?: { readonly global?: boolean; readonly notice?: Notice }): Promise<void>
}

/** How long before their end the tokens are refreshed, and at most how often, in milliseconds. */
const ahead = 60_000

export function createSessionKeeper(store: Store): SessionKeeper {
  const { configuration, tokens, activity, dispatch, load } = store
  const upkeep = createUpkeep({ next: chore, onReach: store.setWithinReach })
  let renewedAt = 0
  let forced: Promise<Found> | undefined
  let otherTabs: OtherTabs | undefined
  let looking = Promise.resolve()

  /** Ends the session here and, where they share it, in the other tabs. */
  function end(attempt: number, notice: Notice, username = usernameOf(store.state())): void {
    const origin = originOf(store.state())
    // Whoever did not want to leave finds their address in the form; on a shared computer nobody does.
    const isExpected = tokens.keeping === 'browser' && !partings.has(notice)
    const ending = { notice, ...(isExpected && username) }
    if (dispatch({ type: 'sessionEnded', attempt, ...ending })) {
      otherTabs?.tell({ type: 'ended', ...ending, origin })
    }
  }

  function show(attempt: number, session: Session): void {
    const state = store.state()
    const isShown = state.name === 'signedIn' && state.session.accessToken.jwt === session.accessToken.jwt
    if (isShown) return
    dispatch({ type: 'restored', attempt, session })
    // Other tokens than before: somebody has reached Cognito.
    if (state.name === 'signedIn') upkeep.succeeded()
  }

  async function fetchSession(options?: { readonly forceRefresh?: boolean }): Promise<Session | undefined> {
    const { attempt } = store.state()
    const found = await (options?.forceRefresh ? fetchAnew() : load().then((loaded) => loaded.fetchSession()))
    if (found.session) {
      show(attempt, found.session)
      return found.session
    }
    end(attempt, found.ended)
    // Somebody else may have signed in meanwhile, in another tab.
    lookAgain({ notice: found.ended })
    return undefined
  }

  /** Whoever asks for new tokens while they are on their way takes those. */
  function fetchAnew(): Promise<Found> {
    forced ??= load()
      .then((loaded) => loaded.fetchSession({ forceRefresh: true }))
      .finally(() => {
        forced = undefined
      })
    return forced
  }

  /** What there is to do about the session by itself. */
  function chore(): Chore | undefined {
    const state = store.state()
    if (state.name === 'signedIn') {
      return { dueAt: Math.max(state.session.expiresAt, renewedAt + 2 * ahead) - ahead, act: renew }
    }
    const isTroubled = state.name === 'restoring' && state.failure && passes.has(causeOf(state.failure))
    return isTroubled ? { dueAt: 0, act: find } : undefined
  }

  async function renew(): Promise<void> {
    // Another tab may have done it already.
    const session = await fetchSession()
    if (session && session.expiresAt - ahead <= Date.now()) await fetchSession({ forceRefresh: true })
    renewedAt = Date.now()
  }

  /** Finds out who is here; rejects when that cannot be known now. */
  async function find(): Promise<void> {
    const { attempt } = store.state()
    tokens.bindTo(tokens.lastUser())
    const loaded = await load()
    const returned = await loaded.returned()
    if (returned?.to === 'signedIn') {
      show(attempt, returned.session)
      tellSignedIn()
      return
    }
    const username = named(rememberedUsername.read())
    const ask = (failure: Failure) => dispatch({ type: 'restored', attempt, ...username, failure })
    const failure = returned?.to === 'failure' ? returned.failure : undefined
    if (failure && tokens.lastUser() === undefined) {
      ask(failure)
      return
    }
    if (wasLeftAlone()) {
      end(attempt, await leave(await loaded.signOut({}), 'signedOutIdle'))
      return
    }
    const found = await loaded.fetchSession()
    if (found.session) show(attempt, found.session)
    else if (failure) ask(failure)
    else end(attempt, found.ended, username)
  }

  /** Goes where a sign-out goes on, if anywhere. Resolves what to say where the page is still seen, or seen again. */
  async function leave({ notice: usual, leaveFor }: SignedOut, notice: Notice = usual): Promise<Notice> {
    if (leaveFor === undefined) return usual === 'hostedPageKept' ? usual : notice
    // Told before anybody leaves: nobody may come back.
    otherTabs?.tell({ type: 'ended', notice, origin: originOf(store.state()) })
    await leaveSaying(notice, leaveFor)
    return notice === 'signedOutHereOnly' ? notice : 'hostedPageKept'
  }

  function wasLeftAlone(): boolean {
    const minutes = idleMinutesOf(configuration, tokens.keeping)
    const last = activity.last()
    return minutes !== undefined && last !== undefined && idlenessAt(Date.now(), last, minutes).is === 'over'
  }

  async function restore(): Promise<void> {
    const state = store.state()
    if (state.name === 'restoring' && state.failure) dispatch({ type: 'submitted' })
    const { attempt } = store.state()
    if (isReturn(configuration, window.location.href)) dispatch({ type: 'returned' })
    else if (tokens.lastUser() === undefined) {
      const username = named(rememberedUsername.read())
      const left = { ...leftSaying(), ...pendingChallenge(Date.now()) }
      dispatch({ type: 'restored', attempt, ...username, ...left })
      return
    }
    await find().catch((thrown) => dispatch({ type: 'failed', attempt, failure: failureOf(thrown) }))
  }

  /**
   * Another tab may have signed in or out. What is stored decides, not what it says: this tab may have a session of its
   * own. One look after the other, since each may find somebody else.
   */
  function lookAgain(ending: Ending = gone): void {
    // Where it cannot be known now, the next look or request finds out.
    looking = looking.then(() => look(ending)).catch(() => undefined)
  }

  async function look({ notice, username }: Ending): Promise<void> {
    const ended = { type: 'sessionEnded', notice, ...named(username) } as const
    const shown = store.state()
    if (shown.name === 'signedIn') {
      const found = await (await load()).fetchSession()
      if (found.session) {
        show(shown.attempt, found.session)
        return
      }
      dispatch({ ...ended, attempt: shown.attempt })
    }
    const state = store.state()
    if (state.name !== 'asking' || state.busy) return
    const next = await nextDoor()
    if (next) show(state.attempt, next)
    else dispatch({ ...ended, attempt: state.attempt })
  }

  /** The session of whoever has signed in in another tab. */
  async function nextDoor(): Promise<Session | undefined> {
    if (configuration.session?.keep !== 'tab') tokens.lookAround()
    const user = tokens.lastUser()
    if (user === undefined) return undefined
    tokens.bindTo(user)
    const found = await (await load()).fetchSession().catch(() => undefined)
    if (!found?.session) tokens.bindTo(undefined)
    return found?.session
  }

  function tellSignedIn(): void {
    otherTabs?.tell({ type: 'signedIn' })
  }

  function hear(news: News): void {
    const state = store.state()
    if (news.type === 'ended' && news.origin !== undefined && news.origin === originOf(state)) {
      tokens.forget()
    }
    lookAgain(news.type === 'ended' ? news : gone)
  }

  function endSession(notice: Notice): void {
    tokens.forget()
    end(store.state().attempt, notice)
  }

  return {
    restore,
    fetchSession,
    begin() {
      otherTabs = createOtherTabs(configuration.userPoolClientId, hear)
      const unsubscribe = store.subscribe(upkeep.plan)
      const unwatch = watchBrowser({
        onOnline() {
          store.setWithinReach(true)
          upkeep.wake()
        },
        onOffline: () => store.setWithinReach(false),
        onWake() {
          upkeep.wake()
          lookAgain()
        },
        onStored(key) {
          // News may be faster than what is stored, which a browser carries from one process to the other.
          if (tokens.isLastWritten(key)) lookAgain()
        },
      })
      upkeep.start()
      void restore()
      return () => {
        otherTabs?.close()
        otherTabs = undefined
        upkeep.stop()
        unsubscribe()
        unwatch()
      }
    },
    tellSignedIn,
    endSession,
    endIfOver(failure) {
      const notice = endingOf(failure)
      if (notice) endSession(notice)
      return notice !== undefined
    },
    async signOut({ global = false, notice } = {}) {
      const username = usernameOf(store.state())
      if (!dispatch({ type: 'signOut' })) return
      const { attempt } = store.state()
      const said = await load()
        .then((loaded) => loaded.signOut({ global }))
        .catch((): SignedOut => ({ notice: 'signedOut' }))
      end(attempt, await leave(said, notice), username)
    },
  }
}

/** A session of which this tab finds only that it is not there any more. */
const gone: Ending = { notice: 'sessionExpired' }

/** After these nobody comes back, or not soon. */
const partings: ReadonlySet<Notice> = new Set([
  'signedOut',
  'signedOutEverywhere',
  'signedOutHereOnly',
  'accountDeleted',
  'hostedPageKept',
])

/** Causes that go by themselves. */
const passes: ReadonlySet<string> = new Set(['network', 'serviceTrouble', 'tooManyRequests'])

/** `origin_jti`: what all tokens of one sign-in have in common. */
function originOf(state: State): string | undefined {
  const origin = 'session' in state ? state.session.accessToken.payload.origin_jti : undefined
  return typeof origin === 'string' ? origin : undefined
}

function usernameOf(state: State): { username?: string } {
  return state.name === 'signedIn' ? { username: state.session.username } : {}
}
