'use client'

import { type ReactNode, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { SignInConfiguration } from '../configuration'
import type { Credentials } from '../gateway'
import { initialState } from '../machine'
import { type Entrance, EntranceContext } from './context'
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
}

/** The entrance: asks who is there until it knows, and then shows its children. */
export function SignIn({ configuration, title, children, aside }: SignInProps) {
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
    <EntranceContext value={{ configuration, flow, state, language, choose, filled, fill }}>
      <div
        className="genkan"
        data-state={state.name}
        data-step={state.name === 'asking' ? state.step.name : undefined}
      >
        <Header title={title} />
        {state.name === 'asking' ? (
          <ScreenForm key={`${state.step.name} ${filled?.id ?? 0}`} state={state} title={title} />
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
