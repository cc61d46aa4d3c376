'use client'

import { type ReactNode, useState } from 'react'
import type { State } from '../machine'
import { useEntrance, useMessages } from './context'
import { Heading } from './heading'
import { Late } from './late'

interface SignedInProps {
  readonly state: Extract<State, { name: 'signedIn' }>
  readonly title: string
  readonly children: ReactNode
}

// Whoever only signs in does not wait for it.
const loadAccount = () => import('../account/account-page').then(({ AccountPage }) => AccountPage)

/** Who is in, what the application shows them or their account, and the ways out. */
export function SignedIn({ state, title, children }: SignedInProps) {
  const { flow } = useEntrance()
  const { signedIn } = useMessages()
  const [view, setView] = useState<'application' | 'account'>()
  const inAccount = view === 'account'
  return (
    <main data-view={view}>
      <Heading
        key={view}
        text={inAccount ? signedIn.account : signedIn.title}
        product={title}
        focus={state.attempt > 0 || view !== undefined}
      />
      {inAccount ? (
        <>
          <button type="button" className="link" onClick={() => setView('application')}>
            {signedIn.back}
          </button>
          <Late load={loadAccount} props={{ title, session: state.session }} />
        </>
      ) : (
        <>
          <dl className="who">
            <dt>{signedIn.as}</dt>
            <dd>{state.session.username}</dd>
          </dl>
          <button type="button" className="to-account" onClick={() => setView('account')}>
            {signedIn.account}
          </button>
          {children}
        </>
      )}
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
