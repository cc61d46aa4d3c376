'use client'

import {
  type ComponentType,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import { idleMinutesOf, type SignInConfiguration } from '../configuration'
import type { Credentials } from '../gateway'
import { initialState } from '../machine'
import { prefetch } from '../prefetch'
import { type Entrance, EntranceContext } from './context'
import type { CustomChallengeProps } from './custom-challenge'
import { createFlow } from './flow'
import { IdleGuard } from './idle-guard'
import { useLanguageChoice } from './use-language-choice'

/** What `<SessionProvider>` takes. */
export interface SessionProviderProps {
  /** The user pool and its app client, as Amplify takes them under `Auth.Cognito`, and how to sign in. Read once. */
  readonly configuration: SignInConfiguration
  /** The name of the product: in the header and in the title of the window. */
  readonly title: string
  /** Shown beside every screen of the entrance, below it on a narrow window. */
  readonly aside?: ReactNode
  /**
   * Draws the question of a custom challenge, above the field for its answer: only the application knows what the
   * parameters mean that its CreateAuthChallenge trigger makes public. For `authFlowType` `CUSTOM_WITH_SRP` and
   * `CUSTOM_WITHOUT_SRP`; without it the page asks to answer "the question".
   *
   * @example
   * <SignIn customChallenge={({ additionalInfo }) => <p>{additionalInfo.riddle}</p>} … />
   */
  readonly customChallenge?: ComponentType<CustomChallengeProps>
  readonly children?: ReactNode
}

/**
 * Finds out who is signed in and watches over the session, for everything inside. Around the pages of an application
 * some of which are for everybody; `<RequireSession>` then shows the entrance where somebody has to sign in.
 */
export function SessionProvider(props: SessionProviderProps) {
  const { configuration, title, aside, customChallenge, children } = props
  const [flow] = useState(() => createFlow(configuration))
  const state = useSyncExternalStore(flow.subscribe, flow.state, () => initialState)
  const isWithinReach = useSyncExternalStore(flow.subscribe, flow.isWithinReach, () => true)
  const { spoken, missed, choose } = useLanguageChoice()
  const [filled, setFilled] = useState<Entrance['filled']>()

  const fill = useCallback(
    (credentials: Credentials) => {
      setFilled((before) => ({ ...credentials, id: (before?.id ?? 0) + 1 }))
      flow.goTo({ name: 'SIGN_IN', username: credentials.username })
    },
    [flow],
  )

  // Beside the texts, for which the restoring of a session waits.
  useEffect(() => {
    // The texts are asked for again, and missed, where they are needed.
    prefetch(configuration.userPoolClientId).catch(() => undefined)
  }, [configuration.userPoolClientId])

  // Not before the language is known, so that no screen appears in one language and changes to another.
  const isReady = spoken !== undefined
  // Before the browser paints: where it is known at once who is here, nothing else is painted first.
  useLayoutEffect(() => (isReady ? flow.begin() : undefined), [flow, isReady])

  const entrance: Entrance = {
    configuration,
    title,
    aside,
    customChallenge,
    flow,
    state,
    isWithinReach,
    isReady,
    language: spoken?.language ?? 'ja',
    messages: spoken?.messages,
    missed,
    choose,
    filled,
    fill,
  }
  const minutes = idleMinutesOf(configuration, flow.keeping())
  return (
    <EntranceContext value={entrance}>
      {children}
      {state.name === 'signedIn' && minutes !== undefined && <IdleGuard minutes={minutes} />}
    </EntranceContext>
  )
}
