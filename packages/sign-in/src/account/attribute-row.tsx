'use client'

import { useId, useState } from 'react'
import { email } from '../fields/email'
import { oneTimeCode } from '../fields/one-time-code'
import { textAttribute } from '../fields/text-attribute'
import { accountGateway } from '../gateway/account'
import { useMessages } from '../react/context'
import { labelOf } from '../react/label-of'
import { AccountForm } from './account-form'
import type { SectionProps } from './account-page'
import { useAccountMessages } from './messages'
import { Said } from './said'
import { useFocusBack } from './use-focus-back'
import { useTask } from './use-task'

interface AttributeRowProps extends SectionProps {
  readonly name: string
  readonly isRequired: boolean
}

/** One attribute: shown, changed, verified by a code where it is an address, deleted where it may be missing. */
export function AttributeRow({ name, isRequired, account, reload }: AttributeRowProps) {
  const messages = useMessages()
  const { attributes: texts } = useAccountMessages()
  const id = useId()
  const task = useTask()
  const [view, setView] = useState<'shown' | 'changing' | 'confirming'>('shown')
  // What it was changed to by a code that is still to come.
  const [wanted, setWanted] = useState<string>()
  const change = useFocusBack<HTMLButtonElement>(view !== 'shown')

  const value = account.attributes[name]
  const address = name === 'email' || name === 'phone_number' ? name : undefined
  // Some user pools let the old value count until the new one is confirmed.
  const pending = wanted === value ? undefined : wanted
  const isVerified = account.attributes[`${name}_verified`] === 'true'
  // A password manager must not take the new address for another user.
  const field =
    name === 'email' ? { ...email, input: { ...email.input, autoComplete: 'email' } } : textAttribute(name)
  const label = labelOf(field, messages)

  function close() {
    task.reset()
    setWanted(undefined)
    setView('shown')
  }

  async function save(typed: string) {
    let sent = false
    const saved = await task.run(async () => {
      sent = await accountGateway.changeAttribute(name, typed)
      await reload()
      return sent ? 'codeSent' : 'saved'
    })
    if (!saved) return
    setWanted(sent ? typed : undefined)
    setView(sent ? 'confirming' : 'shown')
  }

  async function sendCode(to: 'email' | 'phone_number') {
    const sent = await task.run(async () => {
      // Another code for a value that waits for one comes by asking for the value again.
      if (pending === undefined) await accountGateway.sendCode(to)
      else await accountGateway.changeAttribute(to, pending)
      return 'codeSent'
    })
    if (sent) setView('confirming')
  }

  async function confirm(to: 'email' | 'phone_number', code: string) {
    const confirmed = await task.run(async () => {
      await accountGateway.confirmAttribute(to, code)
      await reload()
      return 'confirmed'
    })
    if (!confirmed) return
    setWanted(undefined)
    setView('shown')
  }

  async function remove() {
    await task.run(async () => {
      await accountGateway.deleteAttribute(name)
      await reload()
      return 'removed'
    })
    change.current?.focus()
  }

  return (
    <li>
      <div className="fact">
        <p className="name">{label}</p>
        <p>{value ?? <span className="hint">{texts.none}</span>}</p>
        {address && value !== undefined && (
          <p className="hint">{isVerified ? texts.verified : texts.unverified}</p>
        )}
      </div>
      {view === 'shown' && (
        <div className="actions">
          <button
            ref={change}
            type="button"
            aria-label={value === undefined ? texts.addOf(label) : texts.changeOf(label)}
            onClick={() => {
              task.reset()
              setView('changing')
            }}
          >
            {value === undefined ? texts.add : texts.change}
          </button>
          {address && value !== undefined && !isVerified && (
            <button
              type="button"
              aria-label={texts.verifyOf(label)}
              aria-disabled={task.busy}
              onClick={() => void sendCode(address)}
            >
              {texts.verify}
            </button>
          )}
          {value !== undefined && !isRequired && (
            <button
              type="button"
              aria-label={texts.removeOf(label)}
              aria-disabled={task.busy}
              onClick={() => void remove()}
            >
              {texts.remove}
            </button>
          )}
        </div>
      )}
      <Said task={task} id={id} withFailure={view === 'shown'} />
      {view === 'changing' && (
        <AccountForm
          fields={[[name, field]]}
          values={{ [name]: value ?? '' }}
          task={task}
          submit={texts.save}
          instead={{ alreadyRegistered: texts.taken }}
          onSubmit={(typed) => void save(typed[name] ?? '')}
          onCancel={close}
        />
      )}
      {view === 'confirming' && address && (
        <>
          <AccountForm
            fields={[['code', oneTimeCode]]}
            task={task}
            submit={texts.confirm}
            instead={{ codeMismatch: texts.wrongCode, alreadyRegistered: texts.taken }}
            onSubmit={({ code = '' }) => void confirm(address, code)}
            onCancel={close}
          >
            {pending !== undefined && <p>{texts.pending(pending)}</p>}
          </AccountForm>
          <button
            type="button"
            className="link"
            aria-disabled={task.busy}
            onClick={() => void sendCode(address)}
          >
            {texts.resend}
          </button>
        </>
      )}
    </li>
  )
}
