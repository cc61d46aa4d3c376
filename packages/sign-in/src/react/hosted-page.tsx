'use client'

import { useId } from 'react'
import type { OAuthConfiguration } from '../configuration'
import type { Provider } from '../gateway/hosted-page'
import { useMessages } from './context'

interface HostedPageProps {
  readonly oauth: OAuthConfiguration
  readonly busy: boolean
  /** The one that was pressed last; undefined where that was something else. */
  readonly pressed: WayOut | undefined
  readonly onLeave: (way: WayOut) => void
}

/** The hosted page itself, or one of its identity providers. */
export type WayOut = Provider | 'hostedPage'

/** The ways to sign in that lead away from this page, and back to it. */
export function HostedPage({ oauth: { providers = [] }, busy, pressed, onLeave }: HostedPageProps) {
  const { hostedPage: texts } = useMessages()
  const id = useId()
  const ways: readonly WayOut[] = [...providers, 'hostedPage']

  return (
    <div className="hosted-page">
      <p className="or">{texts.or}</p>
      {ways.map((way) => {
        const name = typeof way === 'object' ? way.custom : way
        const isAwaited = busy && way === pressed
        return (
          <button
            key={name}
            type="button"
            aria-disabled={busy}
            aria-describedby={id}
            onClick={() => !busy && onLeave(way)}
          >
            {isAwaited && <span className="spinner" aria-hidden="true" />}
            {isAwaited ? texts.leaving : way === 'hostedPage' ? texts.leave : texts.provider(name)}
          </button>
        )
      })}
      <p id={id} className="hint">
        {texts.hint}
      </p>
    </div>
  )
}
