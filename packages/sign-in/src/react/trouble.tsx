'use client'

import { causeOf } from '../failures/cause'
import type { Failure } from '../failures/failure'
import { useMessages } from './context'

/** What could not be fetched, and the way to try again. */
export function Trouble({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => void }) {
  const { retry, failures } = useMessages()
  return (
    <div className="notice failure" role="alert">
      <p>{failures[causeOf(failure)](failure)}</p>
      <button type="button" onClick={onRetry}>
        {retry}
      </button>
    </div>
  )
}
