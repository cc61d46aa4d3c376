'use client'

import { useSession } from '@genkan/sign-in'
import { useState } from 'react'
import { type ApiAnswer, callApi } from './call-api'
import type { Texts } from './messages/texts'
import { useTexts } from './use-texts'

/** Calls the protected API as whoever is signed in, and explains its answer. */
export function ApiCall({ apiUrl }: { readonly apiUrl: string | undefined }) {
  const { authorizedFetch } = useSession()
  const { api: texts } = useTexts()
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<ApiAnswer>()

  async function call(url: string) {
    if (busy) return
    setBusy(true)
    setAnswer(undefined)
    try {
      setAnswer(await callApi(url, authorizedFetch))
    } finally {
      setBusy(false)
    }
  }

  return (
    <section className="panel" aria-labelledby="api">
      <h2 id="api">{texts.title}</h2>
      <p className="hint">{apiUrl ? texts.hint : texts.missing}</p>
      {apiUrl && (
        <button type="button" aria-disabled={busy} onClick={() => void call(apiUrl)}>
          {busy && <span className="spinner" aria-hidden="true" />}
          {busy ? texts.calling : texts.call}
        </button>
      )}
      <div role="status">
        {answer && explanation(answer, texts).map((sentence) => <p key={sentence}>{sentence}</p>)}
      </div>
      {answer?.reached && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1).
        <section aria-label={texts.body} className="scroll" tabIndex={0}>
          <pre>{answer.body}</pre>
        </section>
      )}
    </section>
  )
}

function explanation(answer: ApiAnswer, texts: Texts['api']): readonly string[] {
  if (!answer.reached) return [texts.unreachable]
  const { status, milliseconds, refusal } = answer
  const answered = texts.answered(status, milliseconds)
  if (refusal) {
    const { error, message } = refusal
    const reason = Object.hasOwn(texts.reasons, error) ? texts.reasons[error] : undefined
    return [answered, reason ?? message, texts.unauthorized]
  }
  return status >= 400 ? [answered, texts.refused] : [answered]
}
