'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type Idleness, idlenessAt } from '../session/idle'
import { useEntrance, useMessages } from './context'

/** What shows that somebody is there. */
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Signs out whoever has done nothing for some time, warns before, and lets one press go on (WCAG 2.2.1). */
export function IdleGuard({ minutes }: { readonly minutes: number }) {
  const { flow, language } = useEntrance()
  const { idle: texts } = useMessages()
  const { activity, signOut } = flow
  const dialog = useRef<HTMLDialogElement>(null)
  const [idleness, setIdleness] = useState<Idleness>({ is: 'active' })
  const warned = idleness.is === 'warned'

  const find = useCallback(
    () => idlenessAt(Date.now(), activity.last() ?? Date.now(), minutes),
    [activity, minutes],
  )
  const isOver = useCallback(() => find().is === 'over', [find])

  const look = useCallback(() => {
    const found = find()
    if (found.is === 'over') void signOut({ notice: 'signedOutIdle' })
    // The same object while nothing is to be seen, so that nothing is drawn every second.
    else setIdleness((before) => (before.is === 'active' && found.is === 'active' ? before : found))
  }, [find, signOut])

  useEffect(() => {
    const timer = setInterval(look, 1000)
    // A tab that slept looks before anything else of it is seen.
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [look])

  useEffect(() => {
    // Once warned, only an answer counts: a mouse that is pushed is nobody who has read it.
    if (warned) return
    // A tab that slept too long is not woken by the key that wakes it.
    const note = () => (isOver() ? look() : activity.note())
    for (const sign of signs) document.addEventListener(sign, note, { passive: true, capture: true })
    return () => {
      for (const sign of signs) document.removeEventListener(sign, note, { capture: true })
    }
  }, [warned, activity, isOver, look])

  useEffect(() => {
    if (warned) dialog.current?.showModal()
    else dialog.current?.close()
  }, [warned])

  function stay() {
    activity.note()
    look()
  }

  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      lang={language}
      className="genkan genkan-idle"
      aria-labelledby="genkan-idle"
      aria-describedby="genkan-idle-lead"
      onCancel={stay}
    >
      <h2 id="genkan-idle">{texts.title}</h2>
      {/* Said when the dialog opens; the seconds are for the eye. */}
      <p id="genkan-idle-lead">{texts.lead}</p>
      <p className="time-left">{idleness.is === 'warned' && texts.left(idleness.secondsLeft)}</p>
      <div className="actions">
        <button type="button" className="primary" onClick={stay}>
          {texts.stay}
        </button>
        <button type="button" onClick={() => void signOut()}>
          {texts.leave}
        </button>
      </div>
    </dialog>
  )
}
