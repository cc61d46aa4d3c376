'use client'

import type { ReactNode } from 'react'
import type { State } from '../machine'
import { useEntrance, useMessages } from './context'
import { Heading } from './heading'

interface SignedInProps {
  readonly state: Extract<State, { name: 'signedIn' }>
  readonly title: string
  readonly children: ReactNode
}

/** Who is in, what the application shows them, and the ways out. */
export function SignedIn({ state, title, children }: SignedInProps) {
  const { flow } = useEntrance()
  const { signedIn } = useMessages()
  return (
    <main>
      <Heading text={signedIn.title} product={title} focus={state.attempt > 0} />
      <dl className="who">
        <dt>{signedIn.as}</dt>
        <dd>{state.session.username}</dd>
      </dl>
      {children}
      <div className="leave">
        <button type="button" onClick={() => void flow.signOut()}>
          {signedIn.signOut}
        </button>
        <button
          type="button"
          className="link"
          aria-describedby="genkan-everywhere"
          onClick={() => void flow.signOut({ global: true })}
        >
          {signedIn.signOutEverywhere}
        </button>
        <p id="genkan-everywhere" className="hint">
          {signedIn.signOutEverywhereHint}
        </p>
      </div>
    </main>
  )
}
