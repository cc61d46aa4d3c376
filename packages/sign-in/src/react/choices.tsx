'use client'

import { useId } from 'react'
import type { Choice } from '../screens/screen'
import { useMessages } from './context'

interface ChoicesProps {
  readonly choices: readonly Choice[]
  readonly busy: boolean
  /** The one that was pressed last. */
  readonly chosen: Choice | undefined
  /** What it says while its answer is awaited. */
  readonly busyText: string | undefined
  readonly onChoose: (choice: Choice) => void
}

/** Several ways to go on; one press takes one. */
export function Choices({ choices, busy, chosen, busyText, onChoose }: ChoicesProps) {
  const messages = useMessages()
  const id = useId()
  // Cognito may come to know one that this version of the page does not.
  const hasWords = (choice: Choice) => Object.hasOwn(messages.choices, choice)

  return (
    <ul className="choices">
      {choices.filter(hasWords).map((choice) => {
        const { label, hint } = messages.choices[choice]
        const awaited = busy && choice === chosen
        return (
          <li key={choice}>
            <button
              type="button"
              aria-disabled={busy}
              aria-describedby={`${id}${choice}`}
              onClick={() => !busy && onChoose(choice)}
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
