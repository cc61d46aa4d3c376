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
import { refreshInTurn } from './refresh'

/** Who is signed in; or that nobody is, and why not any more. */
export type Found = { readonly session: Session } | { readonly session?: undefined; readonly ended: Notice }

/** The session that Amplify keeps. */
export interface SessionGateway {
  /** Refreshes expired tokens; rejects when it cannot be found out now. With `forceRefresh` the tokens are new. */
  fetchSession(options?: { readonly forceRefresh?: boolean }): Promise<Found>
  /** Always ends signed out here; the notice says whether the other devices are too. */
  signOut(options: { readonly global?: boolean }): Promise<Notice>
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
      if (!global) return 'signedOut'
      return everywhere ? 'signedOutEverywhere' : 'signedOutHereOnly'
    },
  }
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5000))
}
