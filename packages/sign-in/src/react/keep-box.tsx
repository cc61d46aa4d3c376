'use client'

import { useId } from 'react'
import { useEntrance, useMessages } from './context'

/** Whether to stay signed in on this device: the one switch for a computer that others use, too. */
export function KeepBox() {
  const { flow } = useEntrance()
  const { keep } = useMessages()
  const id = useId()
  return (
    <div className="keep">
      <label>
        <input
          type="checkbox"
          name="keep"
          defaultChecked={flow.keeping() === 'browser'}
          aria-describedby={id}
          onChange={({ currentTarget }) => flow.keepIn(currentTarget.checked ? 'browser' : 'tab')}
        />
        {keep.label}
      </label>
      <p id={id} className="hint">
        {keep.hint}
      </p>
    </div>
  )
}
