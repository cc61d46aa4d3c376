'use client'

import { useId, useState } from 'react'
import { mfaCode } from '../fields/one-time-code'
import { accountGateway } from '../gateway/account'
import { useMessages } from '../react/context'
import { TotpSetup } from '../react/totp-setup'
import type { MfaType } from '../screens/screen'
import { AccountForm } from './account-form'
import type { SectionProps } from './account-page'
import { useAccountMessages } from './messages'
import { Said } from './said'
import { useFocusBack } from './use-focus-back'
import { useTask } from './use-task'

interface FactorRowProps extends SectionProps {
  readonly factor: MfaType
  /** Whether there is what the factor needs: a verified address. */
  readonly isReady: boolean
  readonly issuer: string
}

/** One second factor: on or off, the preferred one or not; an authenticator app is set up here. */
export function FactorRow({ factor, isReady, issuer, account, reload }: FactorRowProps) {
  const { choices } = useMessages()
  const { factors: texts } = useAccountMessages()
  const id = useId()
  const task = useTask()
  // In memory alone, and only while the app is being set up.
  const [secret, setSecret] = useState<string>()
  const main = useFocusBack<HTMLButtonElement>(secret !== undefined)

  const { enabled, preferred } = account.factors
  const { label } = choices[factor]
  const isOn = enabled.includes(factor)
  const isPreferred = preferred === factor

  async function set(preference: 'ENABLED' | 'DISABLED' | 'PREFERRED') {
    const done = { ENABLED: 'factorOn', DISABLED: 'factorOff', PREFERRED: 'factorPreferred' } as const
    await task.run(async () => {
      await accountGateway.setFactor(factor, preference)
      await reload()
      return done[preference]
    })
    main.current?.focus()
  }

  async function setUp() {
    await task.run(async () => {
      setSecret(await accountGateway.setUpTotp())
      return undefined
    })
  }

  async function verify(code: string) {
    const verified = await task.run(async () => {
      await accountGateway.verifyTotp(code, account.factors)
      await reload()
      return 'appAdded'
    })
    if (verified) setSecret(undefined)
  }

  function turnOn() {
    if (factor === 'TOTP') void setUp()
    // The first factor of all is also the preferred one.
    else void set(preferred === undefined ? 'PREFERRED' : 'ENABLED')
  }

  return (
    <li>
      <div className="fact">
        <p className="name">{label}</p>
        <p>{isOn ? (isPreferred ? texts.onPreferred : texts.on) : texts.off}</p>
        {!isReady && !isOn && factor !== 'TOTP' && <p className="hint">{texts.needs[factor]}</p>}
      </div>
      {secret === undefined && (isOn || isReady) && (
        <div className="actions">
          <button
            ref={main}
            type="button"
            aria-label={isOn ? texts.turnOffOf(label) : texts.turnOnOf(label)}
            aria-disabled={task.busy}
            onClick={() => (isOn ? void set('DISABLED') : turnOn())}
          >
            {isOn ? texts.turnOff : texts.turnOn}
          </button>
          {isOn && !isPreferred && (
            <button
              type="button"
              aria-label={texts.preferOf(label)}
              aria-disabled={task.busy}
              onClick={() => void set('PREFERRED')}
            >
              {texts.prefer}
            </button>
          )}
        </div>
      )}
      <Said task={task} id={id} withFailure={secret === undefined} />
      {secret !== undefined && (
        <AccountForm
          fields={[['code', mfaCode]]}
          task={task}
          submit={texts.confirm}
          onSubmit={({ code = '' }) => void verify(code)}
          onCancel={() => {
            task.reset()
            setSecret(undefined)
          }}
        >
          <TotpSetup issuer={issuer} account={account.attributes.email ?? ''} secret={secret} />
        </AccountForm>
      )}
    </li>
  )
}
