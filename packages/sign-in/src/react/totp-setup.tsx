'use client'

import { useMemo, useState } from 'react'
import { qrCode } from '../totp/qr-code'
import { grouped, setupUri, type TotpAccount } from '../totp/setup-uri'
import { useMessages } from './context'

/** How a secret gets into an authenticator app: by its camera, by a link on the same device, or by hand. */
export function TotpSetup({ issuer, account, secret }: TotpAccount) {
  const { totp } = useMessages()
  const [copied, setCopied] = useState<boolean>()
  const uri = setupUri({ issuer, account, secret })
  const { viewBox, path } = useMemo(() => qrCode(uri), [uri])

  function copy() {
    // Without https, or where it is forbidden, there is no clipboard.
    const written = navigator.clipboard?.writeText(secret) ?? Promise.reject(new Error('no clipboard'))
    void written.then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }

  return (
    <div className="totp">
      <ol>
        <li>
          {totp.scan}
          <svg className="qr" viewBox={viewBox} role="img" aria-label={totp.qrCode}>
            <path d={path} />
          </svg>
          <a href={uri}>{totp.open}</a>
          <p className="hint">{totp.byHand}</p>
          <p>
            <span className="unseen">{totp.secret}</span>
            <code className="secret" translate="no">
              {grouped(secret)}
            </code>
          </p>
          <button type="button" onClick={copy}>
            {totp.copy}
          </button>
          <p role="status" className="hint">
            {copied !== undefined && (copied ? totp.copied : totp.notCopied)}
          </p>
        </li>
        <li>{totp.enter}</li>
      </ol>
    </div>
  )
}
