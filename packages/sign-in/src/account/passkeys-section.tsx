'use client'

import { useId, useRef, useState } from 'react'
import type { SignInConfiguration } from '../configuration'
import type { Account } from '../gateway/account'
import { canUsePasskeys, type Passkey, passkeyGateway } from '../gateway/passkeys'
import { useEntrance, useMessages } from '../react/context'
import { Trouble } from '../react/trouble'
import type { SectionProps } from './account-page'
import { useAccountMessages } from './messages'
import type { WayLeft } from './messages/messages'
import { PasskeyRow } from './passkey-row'
import { Said } from './said'
import { useFetched } from './use-fetched'
import { useTask } from './use-task'

/** The passkeys: made here, and deleted. Cognito has no call that renames one. */
export function PasskeysSection({ account }: Pick<SectionProps, 'account'>) {
  const { configuration } = useEntrance()
  const { restoring } = useMessages()
  const { passkeys: texts } = useAccountMessages()
  const id = useId()
  const task = useTask()
  const { value: passkeys, failure, list } = useFetched(passkeyGateway.list)
  const [adding, setAdding] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const add = useRef<HTMLButtonElement>(null)

  async function register() {
    if (task.busy) return
    setAdding(true)
    await task.run(async () => {
      await passkeyGateway.add()
      await list()
      return 'passkeyAdded'
    })
    setAdding(false)
  }

  async function remove(passkey: Passkey) {
    const removed = await task.run(async () => {
      await passkeyGateway.delete(passkey.id)
      await list()
      return 'passkeyRemoved'
    })
    // What had the focus is gone with its row.
    if (removed) (add.current ?? heading.current)?.focus()
  }

  return (
    <section className="part" aria-labelledby="genkan-passkeys">
      <h2 ref={heading} id="genkan-passkeys" tabIndex={-1}>
        {texts.title}
      </h2>
      <p className="hint">{texts.hint}</p>
      <Said task={task} id={id} instead={{ limitExceeded: texts.tooMany }} />
      {failure && <Trouble failure={failure} onRetry={() => void list()} />}
      {!passkeys && !failure && <p role="status">{restoring}</p>}
      {passkeys?.length === 0 && <p>{texts.none}</p>}
      {passkeys && passkeys.length > 0 && (
        <ul className="rows">
          {passkeys.map((passkey) => (
            <PasskeyRow
              key={passkey.id}
              passkey={passkey}
              lastLeaves={passkeys.length === 1 ? wayLeft(account, configuration) : undefined}
              task={task}
              onRemove={() => remove(passkey)}
            />
          ))}
        </ul>
      )}
      {passkeys &&
        (canUsePasskeys() ? (
          <button ref={add} type="button" aria-disabled={task.busy} onClick={() => void register()}>
            {adding && <span className="spinner" aria-hidden="true" />}
            {adding ? texts.adding : texts.add}
          </button>
        ) : (
          <p className="hint">{texts.unsupported}</p>
        ))}
    </section>
  )
}

/** What somebody signs in with who has no passkey. Whether there is a password, Cognito tells nobody. */
function wayLeft({ attributes, factors }: Account, { passwordless }: SignInConfiguration): WayLeft {
  const byMail = passwordless?.emailOtpEnabled && attributes.email_verified === 'true'
  const byText = passwordless?.smsOtpEnabled && attributes.phone_number_verified === 'true'
  // Cognito sends no code as a first factor to somebody who has a second one.
  return (byMail || byText) && factors.enabled.length === 0 ? 'code' : 'password'
}
