'use client'

import { useEntrance } from './context'
import { Trouble } from './trouble'

/** Says that the language that was just chosen could not be fetched. */
export function MissedLanguage() {
  const { missed, choose } = useEntrance()
  return missed && <Trouble failure={{ name: 'NetworkError', message: '' }} onRetry={() => choose(missed)} />
}
