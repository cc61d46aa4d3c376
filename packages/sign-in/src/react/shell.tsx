'use client'

import { causeOf } from '../failures/cause'
import { isOfFile } from '../failures/failure'
import type { State } from '../machine'
import { reloadPage } from '../session/browser'
import { useEntrance } from './context'
import { Heading } from './heading'
import { Slow } from './slow'

/**
 * Shown while it is not known yet who is here, and while somebody leaves. It has no form, so nobody who is signed
 * in sees one flash by, and in the exported HTML no words, because the language is not known there.
 */
export function Shell({
  state,
  title,
}: {
  readonly state: Exclude<State, { name: 'asking' | 'signedIn' }>
  readonly title: string
}) {
  const { flow, messages, isReady, language } = useEntrance()

  async function tryAgain() {
    await flow.restore()
    const now = flow.state()
    if (now.name === 'restoring' && now.failure && isOfFile(now.failure)) reloadPage()
  }

  if (messages && state.name === 'restoring' && state.failure) {
    return (
      <main>
        <Heading text={title} product={title} focus={false} />
        <p className="notice failure" role="alert">
          {messages.failures[causeOf(state.failure)](state.failure)}
        </p>
        <button type="button" className="primary" onClick={() => void tryAgain()}>
          {messages.retry}
        </button>
        <button type="button" className="link" onClick={() => flow.goTo({ name: 'SIGN_IN' })}>
          {messages.links.signIn}
        </button>
      </main>
    )
  }
  const isReturn = state.name === 'restoring' && state.isReturn
  const said = state.name === 'signingOut' ? messages?.signingOut : isReturn && messages?.hostedPage.returning
  return (
    <main className="waiting" aria-busy="true">
      <Heading text={said || title} product={title} focus={false} />
      <span className="spinner" aria-hidden="true" />
      {state.name === 'restoring' && !isReturn && <Slow language={isReady ? language : undefined} />}
    </main>
  )
}
