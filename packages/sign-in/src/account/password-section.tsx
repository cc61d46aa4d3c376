'use client'

import { useId, useState } from 'react'
import { needsPassword } from '../configuration'
import { newPassword, oldPassword } from '../fields/password'
import { accountGateway } from '../gateway/account'
import { useEntrance } from '../react/context'
import { AccountForm } from './account-form'
import { useAccountMessages } from './messages'
import { Said } from './said'
import { useFocusBack } from './use-focus-back'
import { useTask } from './use-task'

/** The password, and after a change the offer to end what others may have begun with the old one (ASVS 7.4.3). */
export function PasswordSection({ username }: { readonly username: string }) {
  const { configuration, flow } = useEntrance()
  const { password: texts } = useAccountMessages()
  const id = useId()
  const task = useTask()
  const [open, setOpen] = useState(false)
  const change = useFocusBack<HTMLButtonElement>(open)

  async function save(values: Record<string, string>) {
    const saved = await task.run(async () => {
      await accountGateway.changePassword(values.oldPassword ?? '', values.newPassword ?? '')
      return 'passwordChanged'
    })
    if (saved) setOpen(false)
  }

  /** Amplify changes a password only for another one: the first is set as a forgotten one is. */
  async function setFirst() {
    await flow.signOut()
    flow.goTo({ name: 'FORGOT_PASSWORD', username })
  }

  return (
    <section className="part" aria-labelledby="genkan-password">
      <h2 id="genkan-password">{texts.title}</h2>
      <Said task={task} id={id} withFailure={false} />
      {task.done === 'passwordChanged' && (
        <div className="offer">
          <p>{texts.offer}</p>
          <button type="button" onClick={() => void flow.signOut({ global: true })}>
            {texts.endOthers}
          </button>
        </div>
      )}
      {open ? (
        <AccountForm
          fields={[
            ['oldPassword', oldPassword],
            ['newPassword', newPassword],
          ]}
          task={task}
          submit={texts.save}
          instead={{ incorrect: texts.wrong }}
          onSubmit={(values) => void save(values)}
          onCancel={() => {
            task.reset()
            setOpen(false)
          }}
        >
          {/* Tells a password manager whose password this is. */}
          <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
        </AccountForm>
      ) : (
        <button
          ref={change}
          type="button"
          onClick={() => {
            task.reset()
            setOpen(true)
          }}
        >
          {texts.change}
        </button>
      )}
      {!needsPassword(configuration) && !open && (
        <>
          <p id={`${id}none`} className="hint">
            {texts.none}
          </p>
          <button type="button" aria-describedby={`${id}none`} onClick={() => void setFirst()}>
            {texts.setFirst}
          </button>
        </>
      )}
    </section>
  )
}
