'use client'

import { idleMinutesOf } from '../configuration'
import { useEntrance, useMessages } from './context'
import { IdleGuard } from './idle-guard'

/** Says when Cognito cannot be reached, and when somebody will be signed out for doing nothing. */
export function Watch() {
  const { configuration, flow, state, isWithinReach } = useEntrance()
  const { offline } = useMessages()
  const minutes = idleMinutesOf(configuration, flow.keeping())
  return (
    <>
      <div role="status">{!isWithinReach && <p className="genkan-unreachable">{offline}</p>}</div>
      {state.name === 'signedIn' && minutes !== undefined && <IdleGuard minutes={minutes} />}
    </>
  )
}
