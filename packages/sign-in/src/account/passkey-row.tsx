'use client'

import { useEffect, useRef, useState } from 'react'
import type { Passkey } from '../gateway/passkeys'
import { useLanguage } from '../react/context'
import { useAccountMessages } from './messages'
import type { WayLeft } from './messages/messages'
import { useFocusBack } from './use-focus-back'
import type { Task } from './use-task'

interface PasskeyRowProps {
  readonly passkey: Passkey
  /** Where it is the last one: what there is to sign in with after it. */
  readonly lastLeaves: WayLeft | undefined
  readonly task: Task
  readonly onRemove: () => Promise<void>
}

/** One passkey. Deleting it takes two presses, with what it means between them. */
export function PasskeyRow({ passkey, lastLeaves, task, onRemove }: PasskeyRowProps) {
  const { passkeys: texts, cancel, busy } = useAccountMessages()
  const language = useLanguage()
  const [asked, setAsked] = useState(false)
  const [removing, setRemoving] = useState(false)
  const begin = useFocusBack<HTMLButtonElement>(asked)
  const question = useRef<HTMLDivElement>(null)

  const name = passkey.name ?? texts.unnamed
  // With the time, since nothing else tells two of the same name apart.
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' })
  const since = passkey.createdAt && texts.since(format.format(passkey.createdAt))

  useEffect(() => {
    if (asked) question.current?.focus()
  }, [asked])

  async function remove() {
    if (task.busy) return
    setRemoving(true)
    await onRemove()
    setRemoving(false)
  }

  return (
    <li>
      <div className="fact">
        <p>{name}</p>
        {since && <p className="hint">{since}</p>}
      </div>
      {asked ? (
        <>
          <div ref={question} className="notice failure" tabIndex={-1}>
            <p>{texts.question(name)}</p>
            {lastLeaves && <p>{texts.last[lastLeaves]}</p>}
          </div>
          <div className="actions">
            <button type="button" className="danger" aria-disabled={task.busy} onClick={() => void remove()}>
              {removing && <span className="spinner" aria-hidden="true" />}
              {removing ? busy : texts.confirm}
            </button>
            <button
              type="button"
              onClick={() => {
                task.reset()
                setAsked(false)
              }}
            >
              {cancel}
            </button>
          </div>
        </>
      ) : (
        <div className="actions">
          <button
            ref={begin}
            type="button"
            aria-label={texts.removeOf(name, since)}
            onClick={() => {
              task.reset()
              setAsked(true)
            }}
          >
            {texts.remove}
          </button>
        </div>
      )}
    </li>
  )
}
