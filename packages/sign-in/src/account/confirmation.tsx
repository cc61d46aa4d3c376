'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { useAccountMessages } from './messages'

interface ConfirmationProps {
  /** Something is under way, this or another. */
  readonly busy: boolean
  /** It is this. */
  readonly working: boolean
  readonly confirm: string
  readonly onConfirm: () => void
  readonly onCancel: () => void
  /** What it means. */
  readonly children: ReactNode
}

/** Stands between the two presses that something takes which cannot be undone; takes the focus. */
export function Confirmation({ busy, working, confirm, onConfirm, onCancel, children }: ConfirmationProps) {
  const { cancel, busy: busyText } = useAccountMessages()
  const question = useRef<HTMLDivElement>(null)

  useEffect(() => question.current?.focus(), [])

  return (
    <>
      <div ref={question} className="notice failure" tabIndex={-1}>
        {children}
      </div>
      <div className="actions">
        <button type="button" className="danger" aria-disabled={busy} onClick={onConfirm}>
          {working && <span className="spinner" aria-hidden="true" />}
          {working ? busyText : confirm}
        </button>
        <button type="button" onClick={onCancel}>
          {cancel}
        </button>
      </div>
    </>
  )
}
