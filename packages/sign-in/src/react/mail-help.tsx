'use client'

import { useMessages } from './context'

/** What to do when the mail does not come. */
export function MailHelp() {
  const { mail } = useMessages()
  return (
    <details className="help">
      <summary>{mail.title}</summary>
      <ul>
        {mail.advice.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
