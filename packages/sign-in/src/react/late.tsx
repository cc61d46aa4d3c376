'use client'

import { type ComponentType, useCallback, useEffect, useState } from 'react'
import { reloadPage } from '../session/browser'
import { useMessages } from './context'
import { Trouble } from './trouble'

interface LateProps<Props> {
  /** The same function each time it is drawn. */
  readonly load: () => Promise<ComponentType<Props>>
  readonly props: Props
}

/** A component whose code is fetched when it is first drawn; a network that fails then can be tried again. */
export function Late<Props extends object>({ load, props }: LateProps<Props>) {
  const { restoring } = useMessages()
  const [Loaded, setLoaded] = useState<ComponentType<Props>>()
  const [failed, setFailed] = useState(false)

  const fetchCode = useCallback(async () => {
    setFailed(false)
    try {
      const component = await load()
      setLoaded(() => component)
      return true
    } catch {
      setFailed(true)
      return false
    }
  }, [load])

  useEffect(() => void fetchCode(), [fetchCode])

  async function tryAgain() {
    if (!(await fetchCode())) reloadPage()
  }

  if (Loaded) return <Loaded {...props} />
  if (!failed) return <p role="status">{restoring}</p>
  return <Trouble failure={{ name: 'NetworkError', message: '' }} onRetry={() => void tryAgain()} />
}
