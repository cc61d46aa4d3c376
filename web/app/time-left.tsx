'use client'

import { useEffect, useState } from 'react'
import { useTexts } from './use-texts'

/** Counts down to an expiry, in seconds since 1970. Not a live region: nobody wants to hear every second. */
export function TimeLeft({ exp }: { readonly exp: number }) {
  const { token: texts } = useTexts()
  const [now, setNow] = useState(() => Date.now())

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])

  const left = Math.max(0, Math.round(exp - now / 1000))
  return (
    <dl className="time">
      <dt>{texts.left}</dt>
      <dd>
        {left > 0
          ? texts.duration(Math.floor(left / 3600), Math.floor((left % 3600) / 60), left % 60)
          : texts.expired}
      </dd>
    </dl>
  )
}
