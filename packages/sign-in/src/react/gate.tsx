'use client'

import { Fragment, type ReactNode, useEffect } from 'react'
import type { Step } from '../step'
import { type Entrance, useEntrance } from './context'
import { Header } from './header'
import { MissedLanguage } from './missed-language'
import { ScreenForm } from './screen-form'
import { Shell } from './shell'
import { Unreachable } from './unreachable'

interface GateProps {
  /** Whether the children, too, are drawn between the entrance's header and what is beside it. */
  readonly framed?: boolean
  readonly children: ReactNode
}

/** The entrance until somebody is signed in, the children from then on. */
export function Gate({ framed = false, children }: GateProps) {
  const { state, title, aside, isReady, filled, language } = useEntrance()

  // A page that is the entrance speaks its language; within an application only the entrance itself does.
  useEffect(() => {
    if (framed && isReady) document.documentElement.lang = language
  }, [framed, isReady, language])

  // Whoever comes in the place of somebody else finds nothing that was shown to them.
  const content = state.name === 'signedIn' && <Fragment key={state.session.userId}>{children}</Fragment>
  if (content && !framed) {
    return (
      <>
        <Unreachable />
        {content}
      </>
    )
  }
  return (
    <div
      className="genkan"
      lang={isReady ? language : undefined}
      data-state={state.name}
      data-step={state.name === 'asking' ? state.step.name : undefined}
    >
      <Header title={title} />
      {isReady && <Unreachable />}
      {isReady && <MissedLanguage />}
      {content}
      {state.name === 'asking' && <ScreenForm key={keyOf(state.step, filled)} state={state} title={title} />}
      {(state.name === 'restoring' || state.name === 'signingOut') && <Shell state={state} title={title} />}
      {/* Not in the exported HTML either, which is in no language. */}
      {isReady && aside}
    </div>
  )
}

/** A challenge that is asked once more is another one, with a time of its own. */
function keyOf({ name, expiresAt = 0 }: Step, filled: Entrance['filled']): string {
  return `${name} ${expiresAt} ${filled?.id ?? 0}`
}
