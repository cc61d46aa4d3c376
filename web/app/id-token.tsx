'use client'

import { useSession } from '@genkan/sign-in'
import { useState } from 'react'
import { CopyButton } from './copy-button'
import { TimeLeft } from './time-left'
import { useTexts } from './use-texts'

/** The ID token: as it is sent, what is in it, and how long it is good for. */
export function IdToken() {
  const { session } = useSession()
  const { token: texts } = useTexts()
  const [status, setStatus] = useState('')
  if (!session) return null
  const { jwt, payload } = session.idToken
  const report = (done: boolean) => setStatus(done ? texts.copied : texts.notCopied)
  return (
    <details className="panel">
      <summary>{texts.title}</summary>
      <p className="hint">{texts.hint}</p>
      <TimeLeft exp={payload.exp ?? 0} />
      <h2>{texts.claims}</h2>
      <dl className="claims">
        {Object.entries(payload).map(([claim, value]) => (
          <div key={claim}>
            <dt>{claim}</dt>
            <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
      <CopyButton text={JSON.stringify(payload, null, 2)} label={texts.copyClaims} onCopied={report} />
      <h2>{texts.raw}</h2>
      <code className="raw">{jwt}</code>
      <CopyButton text={jwt} label={texts.copyRaw} onCopied={report} />
      <p role="status" className="hint">
        {status}
      </p>
    </details>
  )
}
