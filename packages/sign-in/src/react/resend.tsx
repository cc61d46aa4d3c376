'use client'

import { useEffect, useState } from 'react'
import type { Step } from '../step'
import { useMessages } from './context'

// Long enough for a mail to arrive: Cognito allows five of them an hour.
const pause = 30

interface ResendProps {
  readonly step: Step
  readonly busy: boolean
  /** It is this button's answer that is awaited. */
  readonly sending: boolean
  readonly onResend: () => void
}

/** Another code, after a while if one was sent just now. */
export function Resend({ step, busy, sending, onResend }: ResendProps) {
  const { resend } = useMessages()
  // Amplify's details are a new object each time a code is sent, and absent when none was.
  const sent = 'codeDeliveryDetails' in step ? step.codeDeliveryDetails : undefined
  const [left, setLeft] = useState(0)

  useEffect(() => {
    if (!sent?.destination) return
    const until = Date.now() + pause * 1000
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [sent])

  const waits = left > 0 || busy
  return (
    <button type="button" className="resend" aria-disabled={waits} onClick={() => !waits && onResend()}>
      {sending && <span className="spinner" aria-hidden="true" />}
      {sending ? resend.busy : left > 0 ? resend.later(left) : resend.now}
    </button>
  )
}
