'use client'

import type { Help as Kind } from '../screens/screen'
import { useMessages } from './context'

/** What to do when there is no code that fits. */
export function Help({ kind }: { readonly kind: Kind }) {
  const { title, advice } = useMessages().help[kind]
  return (
    <details className="help">
      <summary>{title}</summary>
      <ul>
        {advice.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
