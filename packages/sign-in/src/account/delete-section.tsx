'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { accountGateway } from '../gateway/account'
import { useEntrance } from '../react/context'
import { useAccountMessages } from './messages'
import { Said } from './said'
import { useFocusBack } from './use-focus-back'
import { useTask } from './use-task'

/** Deleting the account takes two presses, with what it means between them. */
export function DeleteSection() {
  const { flow } = useEntrance()
  const { deletion: texts, cancel, busy } = useAccountMessages()
  const id = useId()
  const task = useTask()
  const [asked, setAsked] = useState(false)
  const begin = useFocusBack<HTMLButtonElement>(asked)
  const question = useRef<HTMLParagraphElement>(null)

  useEffect(() => {
    if (asked) question.current?.focus()
  }, [asked])

  async function remove() {
    const deleted = await task.run(async () => {
      await accountGateway.deleteUser()
      return undefined
    })
    if (deleted) flow.endSession('accountDeleted')
  }

  return (
    <section className="part" aria-labelledby="genkan-deletion">
      <h2 id="genkan-deletion">{texts.title}</h2>
      <Said task={task} id={id} />
      {asked ? (
        <>
          <p ref={question} className="notice failure" tabIndex={-1}>
            {texts.question}
          </p>
          <div className="actions">
            <button type="button" className="danger" aria-disabled={task.busy} onClick={() => void remove()}>
              {task.busy && <span className="spinner" aria-hidden="true" />}
              {task.busy ? busy : texts.confirm}
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
        <>
          <p className="hint">{texts.hint}</p>
          <button ref={begin} type="button" onClick={() => setAsked(true)}>
            {texts.begin}
          </button>
        </>
      )}
    </section>
  )
}
