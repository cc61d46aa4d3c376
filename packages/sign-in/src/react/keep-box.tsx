'use client'

import { useId, useState } from 'react'
import { useEntrance, useMessages } from './context'

/** Whether to stay signed in on this device: the one switch for a computer that others use, too. */
export function KeepBox({ busy }: { readonly busy: boolean }) {
  const { flow } = useEntrance()
  const { keep } = useMessages()
  const id = useId()
  const [isKept, setKept] = useState(flow.keeping() === 'browser')

  function choose(chosen: boolean) {
    // A sign-in that is under way is kept where it began.
    if (busy) return
    flow.keepIn(chosen ? 'browser' : 'tab')
    setKept(chosen)
  }

  return (
    <div className="keep">
      <label>
        <input
          type="checkbox"
          name="keep"
          checked={isKept}
          aria-describedby={id}
          aria-disabled={busy}
          onChange={() => choose(!isKept)}
        />
        {keep.label}
      </label>
      <p id={id} className="hint">
        {keep.hint}
      </p>
    </div>
  )
}
