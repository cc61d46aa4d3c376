'use client'

import { useEffect, useRef } from 'react'

/** The focus goes to the element of `back` when what took its place is closed, so that nobody is thrown to the top. */
export function useFocusBack<Element extends HTMLElement>(open: boolean) {
  const back = useRef<Element>(null)
  const wasOpen = useRef(open)
  useEffect(() => {
    if (wasOpen.current && !open) back.current?.focus()
    wasOpen.current = open
  }, [open])
  return back
}
