import * as auth from 'aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import { Hub } from 'aws-amplify/utils'
import type { SignInConfiguration } from '../configuration'
import { endingOf } from '../failures/ending'
import { type Failure, failureOf } from '../failures/failure'
import type { Notice } from '../machine'
import { globalSignOut } from '../session/global-sign-out'
import { type Session, sessionOf } from '../session/session'
import type { TokenStorage } from '../session/token-storage'
import { logoutAddress } from './redirect'
import { refreshInTurn } from './refresh'

/** Who is signed in; or that nobody is, and why not any more. */
export type Found = { readonly session: Session } | { readonly session?: undefined; readonly ended: Notice }

/** How a sign-out has ended. */
export interface SignedOut {
  readonly notice: Notice
  /** Where the page has to go for the hosted page to forget this person, too. */
  readonly leaveFor?: string
}

/** The session that Amplify keeps. */
export interface SessionGateway {
  /** Refreshes expired tokens; rejects when it cannot be found out now. With `forceRefresh` the tokens are new. */
  fetchSession(options?: { readonly forceRefresh?: boolean }): Promise<Found>
  /** Always ends signed out here; the notice says whether the other devices are too. */
  signOut(options: { readonly global?: boolean }): Promise<SignedOut>
  /** Settles when Amplify has finished with the last sign-out. */
  left(): Promise<unknown>
}

const stopListening: (() => void)[] = []

export function createSessionGateway(
  configuration: SignInConfiguration,
  tokens: TokenStorage,
): SessionGateway {
  /** A sign-out that Amplify has not finished: when it does, it clears whatever session is stored by then. */
  let leaving: Promise<unknown> = Promise.resolve()
  /** Why the last refresh failed: Amplify resolves "signed out" and tells the reason here alone. */
  let lastFailure: Failure | undefined

  const keepTokensHere = () => cognitoUserPoolsTokenProvider.setKeyValueStorage(tokens)
  keepTokensHere()
  refreshInTurn(configuration.userPoolClientId)
  // Amplify is one for the whole page, and the last gateway is the one that it serves.
  for (const stop of stopListening.splice(0)) stop()
  stopListening.push(
    Hub.listen('core', ({ payload: { event } }) => {
      // Every `Amplify.configure`, also one of the application around, puts the storage back to its default.
      if (event === 'configure') keepTokensHere()
    }),
    Hub.listen('auth', ({ payload }) => {
      if (payload.event === 'tokenRefresh_failure') lastFailure = failureOf(payload.data?.error)
    }),
  )

  async function fetchSession(options: { readonly forceRefresh?: boolean } = {}): Promise<Found> {
    lastFailure = undefined
    try {
      const session = sessionOf(await auth.fetchAuthSession(options), tokens.clockDrift())
      if (session) return { session }
      return { ended: (lastFailure && endingOf(lastFailure)) ?? 'sessionExpired' }
    } catch (thrown) {
      const ended = endingOf(failureOf(thrown))
      if (!ended) throw thrown
      return { ended }
    }
  }

  return {
    fetchSession,

    left: () => leaving,

    async signOut({ global = false }) {
      const leaveFor = tokens.isByRedirect() ? logoutAddress(configuration) : undefined
      const isHostedPageThere = leaveFor !== undefined && isThere(leaveFor)
      // GlobalSignOut wants a token that is still valid.
      const session = global
        ? await fetchSession().then(
            (found) => found.session,
            () => undefined,
          )
        : undefined
      const everywhere =
        session !== undefined && (await globalSignOut(configuration, session.accessToken.jwt))
      // Amplify clears its storage only after it has asked Cognito, which on a dead network may take minutes.
      leaving = auth.signOut().catch(() => undefined)
      await Promise.race([leaving, patience()])
      tokens.forget()
      tokens.removeNothingUntil(leaving)
      const canLeave = leaveFor !== undefined && (await isHostedPageThere)
      const notice = everywhere ? 'signedOutEverywhere' : global ? 'signedOutHereOnly' : 'signedOut'
      if (canLeave) return { notice, leaveFor }
      return { notice: leaveFor !== undefined && !global ? 'hostedPageKept' : notice }
    },
  }
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5000))
}

/**
 * Whether a server answers there; without the cookies, so that nothing comes of it. A page that is left for one that is
 * not there ends at an error of the browser.
 */
async function isThere(address: string): Promise<boolean> {
  try {
    await fetch(address, { mode: 'no-cors', credentials: 'omit', signal: AbortSignal.timeout(5000) })
    return true
  } catch {
    return false
  }
}
