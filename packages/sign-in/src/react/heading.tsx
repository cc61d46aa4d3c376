'use client'

import { useEffect, useRef } from 'react'
import { nextTask } from './next-task'

/** The heading of a screen: names the window, and takes the focus when the screen has taken another's place. */
export function Heading({ text, product, focus }: { text: string; product: string; focus: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)

  // Once, when the screen appears; never on the first one, where a reader starts at the top by themselves.
  const first = useRef(focus)
  useEffect(() => {
    if (!first.current) return
    // In a task of its own: to focus, the browser lays the screen out, and the task that has drawn it is long enough.
    // Somebody who has moved on by then stays where they are.
    const from = document.activeElement
    void nextTask().then(() => {
      if (document.activeElement === from) heading.current?.focus()
    })
  }, [])

  return (
    <>
      <title>{text === product ? text : `${text} | ${product}`}</title>
      <h1 ref={heading} tabIndex={-1}>
        {text}
      </h1>
    </>
  )
}
