'use client'

import { type ComponentType, createContext, use } from 'react'
import type { SignInConfiguration } from '../configuration'
import type { Credentials } from '../gateway'
import type { State } from '../machine'
import { type Language, messagesIn } from '../messages'
import type { Messages } from '../messages/messages'
import type { Session } from '../session/session'
import type { CustomChallengeProps } from './custom-challenge'
import type { Flow } from './flow'

/** What the parts of one entrance share. */
export interface Entrance {
  readonly configuration: SignInConfiguration
  readonly flow: Flow
  readonly state: State
  readonly language: Language
  readonly choose: (language: Language) => void
  readonly customChallenge: ComponentType<CustomChallengeProps> | undefined
  /** Values that something beside the form has put into the sign-in form; `id` grows with each time. */
  readonly filled: (Credentials & { readonly id: number }) | undefined
  readonly fill: (credentials: Credentials) => void
}

export const EntranceContext = createContext<Entrance | undefined>(undefined)

export function useEntrance(): Entrance {
  const entrance = use(EntranceContext)
  if (!entrance) throw new Error('This hook works only inside <SignIn>.')
  return entrance
}

export function useMessages(): Messages {
  return messagesIn(useEntrance().language)
}

/** What `useSession` gives. */
export interface UseSession {
  /** Undefined while nobody is signed in. */
  readonly session: Session | undefined
  /**
   * Resolves the session with tokens that are valid now, refreshed if they had expired. Resolves undefined, and
   * shows the sign-in form, when the session has ended. Rejects when the network is down.
   */
  readonly fetchSession: () => Promise<Session | undefined>
  /** Signs out on this device, or on all with `global`; the stored tokens go even without a network. */
  readonly signOut: (options?: { readonly global?: boolean }) => Promise<void>
}

/** The session of the entrance around this component. */
export function useSession(): UseSession {
  const { flow, state } = useEntrance()
  return {
    session: state.name === 'signedIn' ? state.session : undefined,
    fetchSession: flow.fetchSession,
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
