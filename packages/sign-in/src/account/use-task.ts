'use client'

import { useCallback, useRef, useState } from 'react'
import { type Failure, failureOf } from '../failures/failure'
import { useEntrance } from '../react/context'
import type { Done } from './messages/messages'

/** One thing after the other that a section of the account page does, and how the last one went. */
export interface Task {
  readonly busy: boolean
  readonly failure: Failure | undefined
  readonly done: Done | undefined
  /** Does nothing while the last one is under way. Resolves whether it went well. */
  readonly run: (work: () => Promise<Done | undefined>) => Promise<boolean>
  /** Forgets how the last one went. */
  readonly reset: () => void
}

export function useTask(): Task {
  const { flow } = useEntrance()
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ readonly failure?: Failure; readonly done?: Done | undefined }>({})

  const run = useCallback(
    async (work: () => Promise<Done | undefined>) => {
      if (running.current) return false
      running.current = true
      setBusy(true)
      setSaid({})
      try {
        setSaid({ done: await work() })
        return true
      } catch (thrown) {
        const failure = failureOf(thrown)
        if (!flow.endIfOver(failure)) setSaid({ failure })
        return false
      } finally {
        running.current = false
        setBusy(false)
      }
    },
    [flow],
  )
  const reset = useCallback(() => setSaid({}), [])

  return { busy, failure: said.failure, done: said.done, run, reset }
}
