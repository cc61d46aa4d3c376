'use client'

import {
  type ComponentType,
  type ReactNode,
  useCallback,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import type { SignInConfiguration } from '../configuration'
import type { Credentials } from '../gateway'
import { initialState } from '../machine'
import type { Step } from '../step'
import { type Entrance, EntranceContext } from './context'
import type { CustomChallengeProps } from './custom-challenge'
import { createFlow } from './flow'
import { Header } from './header'
import { ScreenForm } from './screen-form'
import { Shell } from './shell'
import { SignedIn } from './signed-in'
import { useLanguageChoice } from './use-language-choice'

/** What `<SignIn>` takes. */
export interface SignInProps {
  /** The user pool and its app client, as Amplify takes them under `Auth.Cognito`. Read once. */
  readonly configuration: SignInConfiguration
  /** The name of the product: in the header and in the title of the window. */
  readonly title: string
  /** Shown to whoever is signed in, between their name and the sign-out buttons. */
  readonly children?: ReactNode
  /** Shown beside every screen, below it on a narrow window. */
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
}

/** The entrance: asks who is there until it knows, and then shows its children. */
export function SignIn({ configuration, title, children, aside, customChallenge }: SignInProps) {
  const [flow] = useState(() => createFlow(configuration))
  const state = useSyncExternalStore(flow.subscribe, flow.state, () => initialState)
  const [chosen, choose] = useLanguageChoice()
  const language = chosen ?? 'ja'
  const [filled, setFilled] = useState<Entrance['filled']>()

  const fill = useCallback(
    (credentials: Credentials) => {
      setFilled((before) => ({ ...credentials, id: (before?.id ?? 0) + 1 }))
      flow.goTo({ name: 'SIGN_IN', username: credentials.username })
    },
    [flow],
  )

  // Not before the language is known, so that no screen appears in one language and changes to another.
  const ready = chosen !== undefined
  useEffect(() => {
    if (ready) void flow.restore()
  }, [flow, ready])

  useEffect(() => {
    // After the first paint: the form is there to be read and typed into while Amplify is fetched.
    const timer = setTimeout(flow.prefetch, 100)
    return () => clearTimeout(timer)
  }, [flow])

  return (
    <EntranceContext value={{ configuration, flow, state, language, choose, customChallenge, filled, fill }}>
      <div
        className="genkan"
        data-state={state.name}
        data-step={state.name === 'asking' ? state.step.name : undefined}
      >
        <Header title={title} />
        {state.name === 'asking' ? (
          <ScreenForm key={keyOf(state.step, filled)} state={state} title={title} />
        ) : state.name === 'signedIn' ? (
          <SignedIn state={state} title={title}>
            {children}
          </SignedIn>
        ) : (
          <Shell state={state} title={title} />
        )}
        {/* Not in the exported HTML either, which is in no language. */}
        {ready && aside}
      </div>
    </EntranceContext>
  )
}

/** A challenge that is asked once more is another one, with a time of its own. */
function keyOf({ name, expiresAt = 0 }: Step, filled: Entrance['filled']): string {
  return `${name} ${expiresAt} ${filled?.id ?? 0}`
}
