'use client'

import { useEffect, useState } from 'react'
import { useMessages } from './context'

interface TimeLeftProps {
  /** Milliseconds since 1970. */
  readonly until: number
  /** An answer is on its way: it may still count. */
  readonly busy: boolean
  readonly onOver: () => void
}

// Whoever hears the page wants to type the code, not to hear every second.
const saidAloud = [20, 60]

function secondsTo(until: number): number {
  return Math.max(0, Math.ceil((until - Date.now()) / 1000))
}

/** How long a step can still be answered: seen all the time, heard twice. */
export function TimeLeft({ until, busy, onOver }: TimeLeftProps) {
  const { timeLeft } = useMessages()
  const [left, setLeft] = useState(() => secondsTo(until))
  // The last of these moments that has come while the step was on the screen, and what was left then.
  const [heard, setHeard] = useState<{ readonly moment: number; readonly left: number }>()
  const moment = saidAloud.find((seconds) => left <= seconds)
  if (moment !== undefined && moment !== heard?.moment) setHeard({ moment, left })

  useEffect(() => {
    const tick = () => setLeft(secondsTo(until))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [until])

  useEffect(() => {
    if (left === 0 && !busy) onOver()
  }, [left, busy, onOver])

  return (
    <>
      <p className="hint time-left">{timeLeft(Math.floor(left / 60), left % 60)}</p>
      <p className="unseen" role="status">
        {heard && timeLeft(Math.floor(heard.left / 60), heard.left % 60)}
      </p>
    </>
  )
}
