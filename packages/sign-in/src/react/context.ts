'use client'

import { type ComponentType, createContext, type ReactNode, use } from 'react'
import type { SignInConfiguration } from '../configuration'
import type { Credentials } from '../gateway'
import type { State } from '../machine'
import type { Language } from '../messages'
import type { Messages } from '../messages/messages'
import type { Session, Token } from '../session/session'
import type { CustomChallengeProps } from './custom-challenge'
import type { Flow } from './flow'

/** What the parts of one entrance share. */
export interface Entrance {
  readonly configuration: SignInConfiguration
  readonly title: string
  readonly aside: ReactNode
  readonly flow: Flow
  readonly state: State
  /** Whether Cognito can be reached, as far as is known. */
  readonly isWithinReach: boolean
  /** Whether the browser has been asked for what the exported HTML cannot know. */
  readonly isReady: boolean
  readonly language: Language
  /** The texts in this language; undefined until it is ready. */
  readonly messages: Messages | undefined
  /** A language that was chosen and could not be fetched. */
  readonly missed: Language | undefined
  readonly choose: (language: Language) => void
  readonly customChallenge: ComponentType<CustomChallengeProps> | undefined
  /** Values that something beside the form has put into the sign-in form; `id` grows with each time. */
  readonly filled: (Credentials & { readonly id: number }) | undefined
  readonly fill: (credentials: Credentials) => void
}

export const EntranceContext = createContext<Entrance | undefined>(undefined)

export function useEntrance(): Entrance {
  const entrance = use(EntranceContext)
  if (!entrance) throw new Error('This works only inside <SignIn> or <SessionProvider>.')
  return entrance
}

/** The texts, for what is drawn when the entrance is ready. */
export function useMessages(): Messages {
  const { messages } = useEntrance()
  if (!messages) throw new Error('There are no texts before the entrance is ready.')
  return messages
}

/** What `useSession` gives. */
export interface UseSession {
  /** `restoring` until it is known who is here; `signedOut` while the entrance asks. */
  readonly state: 'restoring' | 'signedOut' | 'signedIn' | 'signingOut'
  /** Who is signed in. */
  readonly user: Pick<Session, 'username' | 'userId'> | undefined
  /** What the ID token says about them. Not verified: an API has to, a page need not. */
  readonly claims: Token['payload'] | undefined
  /** Undefined while nobody is signed in. */
  readonly session: Session | undefined
  /**
   * Resolves the session with tokens that are valid now, refreshed if they had expired. Resolves undefined, and
   * shows the sign-in form, when the session has ended. Rejects when the network is down. With `forceRefresh` the
   * tokens are new, whatever time they had left.
   */
  readonly fetchSession: (options?: { readonly forceRefresh?: boolean }) => Promise<Session | undefined>
  /**
   * `fetch` for the API that the configuration names under `api`: attaches the token, refreshed where it had expired;
   * where the API answers 401 all the same, refreshes once more and tries once more. Rejects with a `SignedOutError`
   * where nobody is signed in, and with a `TypeError` where the origin is not listed: nothing is sent then.
   */
  readonly authorizedFetch: typeof fetch
  /** Signs out on this device, or on all with `global`; the stored tokens go even without a network. */
  readonly signOut: (options?: { readonly global?: boolean }) => Promise<void>
}

/** The session of the entrance around this component. */
export function useSession(): UseSession {
  const { flow, state } = useEntrance()
  const session = state.name === 'signedIn' ? state.session : undefined
  return {
    state: state.name === 'asking' ? 'signedOut' : state.name,
    user: session && { username: session.username, userId: session.userId },
    claims: session?.idToken.payload,
    session,
    fetchSession: flow.fetchSession,
    authorizedFetch: flow.authorizedFetch,
    signOut: flow.signOut,
  }
}

/** The language that the entrance speaks now, for texts of one's own inside it. */
export function useLanguage(): Language {
  return useEntrance().language
}

/** Lets something beside the form, such as a list of test users, fill the sign-in form. */
export function useFillSignIn(): (credentials: Credentials) => void {
  return useEntrance().fill
}
