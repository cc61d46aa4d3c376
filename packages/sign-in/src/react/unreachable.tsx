'use client'

import { useEntrance, useMessages } from './context'

/** Says when Cognito cannot be reached; nobody has to do anything about it. */
export function Unreachable() {
  const { isWithinReach, language } = useEntrance()
  const { offline } = useMessages()
  return (
    <div role="status" lang={language}>
      {!isWithinReach && <p className="genkan-unreachable">{offline}</p>}
    </div>
  )
}
