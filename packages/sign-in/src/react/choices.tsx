'use client'

import { useId, useState } from 'react'
import type { Choice } from '../screens/screen'
import { useMessages } from './context'

interface ChoicesProps {
  readonly choices: readonly Choice[]
  readonly busy: boolean
  /** What the button that was pressed says meanwhile. */
  readonly busyText: string | undefined
  readonly onChoose: (choice: Choice) => void
}

/** Several ways to go on; one press takes one. */
export function Choices({ choices, busy, busyText, onChoose }: ChoicesProps) {
  const messages = useMessages()
  const id = useId()
  const [chosen, setChosen] = useState<Choice>()

  function choose(choice: Choice) {
    if (busy) return
    setChosen(choice)
    onChoose(choice)
  }

  return (
    <ul className="choices">
      {choices.map((choice) => {
        const { label, hint } = messages.choices[choice]
        const awaited = busy && choice === chosen
        return (
          <li key={choice}>
            <button
              type="button"
              aria-disabled={busy}
              aria-describedby={`${id}${choice}`}
              onClick={() => choose(choice)}
            >
              {awaited && <span className="spinner" aria-hidden="true" />}
              {awaited ? busyText : label}
            </button>
            <p id={`${id}${choice}`} className="hint">
              {hint}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
