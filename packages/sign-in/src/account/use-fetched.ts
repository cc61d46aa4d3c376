'use client'

import { useCallback, useEffect, useState } from 'react'
import { type Failure, failureOf } from '../failures/failure'
import { useEntrance } from '../react/context'

/** What a part of the account page shows: fetched when it is opened. */
export interface Fetched<Value> {
  /** Undefined until it is there. */
  readonly value: Value | undefined
  /** Why the last fetch failed; what was there before stays. */
  readonly failure: Failure | undefined
  /** Fetches, and tells a failure itself; a session that is over is ended. */
  readonly list: () => Promise<void>
  /** Fetches, and leaves a failure to the caller. */
  readonly reload: () => Promise<void>
}

/** @param fetch the same function each time */
export function useFetched<Value>(fetch: () => Promise<Value>): Fetched<Value> {
  const { flow } = useEntrance()
  const [value, setValue] = useState<Value>()
  const [failure, setFailure] = useState<Failure>()

  const reload = useCallback(async () => {
    const fetched = await fetch()
    setValue(() => fetched)
  }, [fetch])

  const list = useCallback(async () => {
    setFailure(undefined)
    try {
      await reload()
    } catch (thrown) {
      const refused = failureOf(thrown)
      if (!flow.endIfOver(refused)) setFailure(refused)
    }
  }, [flow, reload])

  useEffect(() => void list(), [list])

  return { value, failure, list, reload }
}
