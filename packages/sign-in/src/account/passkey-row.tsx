'use client'

import { useState } from 'react'
import type { Passkey } from '../gateway/passkeys'
import { useLanguage } from '../react/context'
import { Confirmation } from './confirmation'
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
  const { passkeys: texts } = useAccountMessages()
  const language = useLanguage()
  const [asked, setAsked] = useState(false)
  const [removing, setRemoving] = useState(false)
  const begin = useFocusBack<HTMLButtonElement>(asked)

  const name = passkey.name ?? texts.unnamed
  // With the time, since nothing else tells two of the same name apart.
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' })
  const since = passkey.createdAt && texts.since(format.format(passkey.createdAt))

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
        <Confirmation
          busy={task.busy}
          working={removing}
          confirm={texts.confirm}
          onConfirm={() => void remove()}
          onCancel={() => {
            task.reset()
            setAsked(false)
          }}
        >
          <p>{texts.question(name)}</p>
          {lastLeaves && <p>{texts.last[lastLeaves]}</p>}
        </Confirmation>
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
