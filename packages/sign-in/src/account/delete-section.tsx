'use client'

import { useId, useState } from 'react'
import { accountGateway } from '../gateway/account'
import { useEntrance } from '../react/context'
import { Confirmation } from './confirmation'
import { useAccountMessages } from './messages'
import { Said } from './said'
import { useFocusBack } from './use-focus-back'
import { useTask } from './use-task'

/** Deleting the account takes two presses, with what it means between them. */
export function DeleteSection() {
  const { flow } = useEntrance()
  const { deletion: texts } = useAccountMessages()
  const id = useId()
  const task = useTask()
  const [asked, setAsked] = useState(false)
  const begin = useFocusBack<HTMLButtonElement>(asked)

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
        <Confirmation
          busy={task.busy}
          working={task.busy}
          confirm={texts.confirm}
          onConfirm={() => void remove()}
          onCancel={() => {
            task.reset()
            setAsked(false)
          }}
        >
          {texts.question}
        </Confirmation>
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
